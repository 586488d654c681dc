'use strict';
// Checks what our log writes with the npm package @sigstore/verify: claims come in on standard input, one a line (key,
// checkpoint, entry, index, hashes), and for each a line goes out: "holds", or why not.
const {createPublicKey} = require('node:crypto');
const {readFileSync} = require('node:fs');
const {verifyCheckpoint} = require('@sigstore/verify/dist/tlog/checkpoint.js');
const {verifyMerkleInclusion} = require('@sigstore/verify/dist/tlog/merkle.js');

const X509 = Buffer.from('302a300506032b6570032100', 'hex');

function log(vkey) {
  const [name, id, base64] = vkey.split(/\+(.{8})\+/);
  const publicKey = createPublicKey({key: Buffer.concat([X509, Buffer.from(base64, 'base64').subarray(1)]), format: 'der', type: 'spki'});
  return {baseURL: name, logID: Buffer.from(id, 'hex'), publicKey};
}

for (const line of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const [vkey, checkpoint, body, logIndex, ...path] = line.split(' ');
  const entry = {
    canonicalizedBody: Buffer.from(body, 'base64'),
    inclusionProof: {
      checkpoint: {envelope: Buffer.from(checkpoint, 'base64').toString('utf8')},
      logIndex,
      hashes: path.map(hash => Buffer.from(hash, 'base64')),
    },
  };
  try {
    verifyMerkleInclusion(entry, verifyCheckpoint(entry, [log(vkey)]));
    console.log('holds');
  } catch (e) {
    console.log(e.message);
  }
}
