'use strict';
// Verifies an evidence bundle as the Java verifier does: the same checks, the same codes, the same table of accounts.
const TEXTS = JSON.parse(document.getElementById('texts').textContent);
const ACCOUNTS = JSON.parse(document.getElementById('accounts').textContent);
const LIMITS = {archive: 2 ** 32 - 1, members: 501000, events: 250000, leaf: 65535, report: 2 ** 29, member: 2 ** 26, name: 64, note: 1e6, problems: 100, rotations: 100};
const NAMES = /^(leaves\/(0|[1-9]\d{0,18})\.json|proofs\/(0|[1-9]\d{0,18})\.tlog-proof|consistency\/(0|[1-9]\d{0,18})|bundle\.json|bundle\.note|checkpoint|vkey|key-rotations|figures\.json|documents\.json|report\.(vi|en)\.(html|pdf)|verify\.html|verifier\.jar|README\.txt|sheet\.txt)$/;
const UTF8 = new TextEncoder();
const text = bytes => new TextDecoder('utf-8', {fatal: true}).decode(bytes);

class Refused extends Error {
  constructor(where, detail) { super(where + ': ' + detail); this.where = where; this.detail = detail; }
}

// --- bytes and hashes -------------------------------------------------------------------------------------------------
const hex = bytes => Array.from(bytes, b => b.toString(16).padStart(2, '0')).join('');
const unhex = s => Uint8Array.from(s.match(/../g) || [], b => parseInt(b, 16));
function unbase64(s, where) {
  let bytes;
  try { bytes = Uint8Array.from(atob(s), c => c.charCodeAt(0)); } catch { throw new Refused(where, 'not base64'); }
  if (btoa(String.fromCharCode(...bytes)) !== s) throw new Refused(where, 'not canonical base64 with padding');
  return bytes;
}
function concat(...parts) {
  const all = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const part of parts) { all.set(part, at); at += part.length; }
  return all;
}
const sha256 = async bytes => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
const leafHash = async bytes => hex(await sha256(concat(Uint8Array.of(0), bytes)));
const nodes = new Map();
function node(left, right) {
  const key = left + right;
  if (!nodes.has(key)) nodes.set(key, sha256(concat(Uint8Array.of(1), unhex(key))).then(hex));
  return nodes.get(key);
}
function hash(line, where) {
  const bytes = unbase64(line, where);
  if (bytes.length !== 32) throw new Refused(where, 'a hash has 32 bytes');
  return hex(bytes);
}
const half = n => Math.floor(n / 2);

async function includes(index, size, leaf, path) {
  let at = index, last = size - 1, computed = leaf;
  for (const sibling of path) {
    if (last === 0) throw new Refused('', 'has hashes beyond the root');
    if (at % 2 === 1 || at === last) {
      computed = await node(sibling, computed);
      while (at % 2 === 0 && at > 0) { at = half(at); last = half(last); }
    } else {
      computed = await node(computed, sibling);
    }
    at = half(at); last = half(last);
  }
  if (last !== 0) throw new Refused('', 'ends below the root');
  return computed;
}

async function goesOn(oldSize, newSize, oldRoot, newRoot, path) {
  let at = oldSize - 1, last = newSize - 1, i = 0;
  while (at % 2 === 1) { at = half(at); last = half(last); }
  let before = at === 0 ? oldRoot : path[i++], after = before;
  if (before === undefined) throw new Refused('', 'is empty');
  for (; i < path.length; i++) {
    if (last === 0) throw new Refused('', 'has hashes beyond the root');
    if (at % 2 === 1 || at === last) {
      before = await node(path[i], before);
      after = await node(path[i], after);
      while (at % 2 === 0 && at > 0) { at = half(at); last = half(last); }
    } else {
      after = await node(after, path[i]);
    }
    at = half(at); last = half(last);
  }
  if (last !== 0) throw new Refused('', 'ends below the root');
  if (before !== oldRoot) throw new Refused('', 'leads to another old root');
  if (after !== newRoot) throw new Refused('', 'leads to another new root');
}

// --- signed notes -----------------------------------------------------------------------------------------------------
async function parseKey(line) {
  const [, name, id, base64] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(line) || [];
  const typed = name === undefined ? new Uint8Array() : unbase64(base64, 'vkey');
  if (typed.length !== 33 || (typed[0] !== 1 && typed[0] !== 4)) throw new Refused('vkey', 'not <name>+<key id>+<base64>');
  const computed = (await sha256(concat(UTF8.encode(name + '\n'), typed))).slice(0, 4);
  if (hex(computed) !== id) throw new Refused('vkey', 'the key id is not that of name and key');
  return {line, name, id, type: typed[0], key: await crypto.subtle.importKey('raw', typed.slice(1), {name: 'Ed25519'}, false, ['verify'])};
}
function parseNote(note) {
  const blank = note.lastIndexOf('\n\n');
  if (note.length > LIMITS.note || blank < 0 || !note.endsWith('\n')) throw new Refused('note', 'no empty line between text and signatures');
  const signatures = note.slice(blank + 2, -1).split('\n').map(line => {
    const match = /^\u2014 ([^ +]+) ([A-Za-z0-9+/=]+)$/.exec(line);
    if (!match) throw new Refused('note', 'not a signature line');
    const bytes = unbase64(match[2], 'signature line');
    return {name: match[1], id: hex(bytes.slice(0, 4)), value: bytes.slice(4)};
  });
  return {text: note.slice(0, blank + 1), signatures, whole: note};
}
async function signedBy(note, key) {
  let found = false;
  for (const signature of note.signatures) {
    if (signature.name !== key.name || signature.id !== key.id) continue;
    let message = note.text, value = signature.value;
    if (key.type === 4) {
      const seconds = value.length === 72 ? new DataView(value.buffer, value.byteOffset).getBigUint64(0) : -1n;
      message = 'cosignature/v1\ntime ' + seconds + '\n' + note.text;
      value = value.slice(8);
    }
    if (value.length !== 64 || !await crypto.subtle.verify('Ed25519', key.key, value, UTF8.encode(message))) {
      throw new Refused('signature line of ' + key.name, 'the signature does not hold');
    }
    found = true;
  }
  if (!found) throw new Refused('note', 'not signed by a known key');
}
// The statements by which the ledger went over to new keys: notes with an empty line between them.
async function parseRotations(file) {
  const blocks = file.split('\n\n'), rotations = [];
  if (blocks.length % 2 || blocks.length > 2 * LIMITS.rotations) throw new Refused('key rotation', 'not signed notes with an empty line between them');
  for (let i = 0; i < blocks.length; i += 2) {
    const note = parseNote(blocks[i] + '\n\n' + blocks[i + 1] + (i + 2 === blocks.length ? '' : '\n'));
    const lines = note.text.split('\n'), value = (line, name) => lines[line] && lines[line].startsWith(name) ? lines[line].slice(name.length) : '';
    const one = {note, from: await parseKey(value(2, 'from ')), to: await parseKey(value(3, 'to ')), size: Number(value(4, 'size ')), root: hash(value(5, 'root '), 'key rotation')};
    if (lines.length !== 7 || lines[0] !== 'aidledger.org/key-rotation@v1' || lines[1] !== one.from.name || lines[1] !== one.to.name
        || one.from.line === one.to.line || !/^(0|[1-9]\d{0,15})$/.test(lines[4].slice(5))) throw new Refused('key rotation', 'is not written as a key rotation is');
    rotations.push(one);
  }
  return rotations;
}
// The keys that hang together with the trusted one, the oldest first, and the statements that link them.
async function keyChain(trusted, statements) {
  const chain = [], refuse = detail => { throw new Refused('key rotations', detail); };
  const one = async (side, key) => {
    const found = new Map(statements.filter(s => s[side].line === key.line).map(s => [s.note.text, s]));
    if (found.size > 1) refuse('key ' + key.id + ' was handed on twice');
    const [statement] = found.values();
    if (statement) { await signedBy(statement.note, statement.from); await signedBy(statement.note, statement.to); }
    if (chain.length > LIMITS.rotations) refuse('too many, or a ring');
    return statement;
  };
  for (let next = await one('from', trusted); next; next = await one('from', next.to)) chain.push(next);
  for (let before = await one('to', trusted); before; before = await one('to', before.from)) chain.unshift(before);
  chain.forEach((s, i) => { if (i && !notAfter(chain[i - 1], s)) refuse('the one at size ' + s.size + ' follows one at size ' + chain[i - 1].size); });
  return {rotations: chain, keys: chain.length ? [chain[0].from, ...chain.map(s => s.to)] : [trusted]};
}
const notAfter = (before, after) => before.size < after.size || before.size === after.size && before.root === after.root;
// A checkpoint counts only under the key that was the ledger's at its size.
async function signedInTime(checkpoint, chain) {
  let signed = false, inTime = false;
  for (const [i, key] of chain.keys.entries()) {
    if (!checkpoint.note.signatures.some(s => s.name === key.name && s.id === key.id)) continue;
    await signedBy(checkpoint.note, key);
    signed = true;
    inTime ||= (i === 0 || notAfter(chain.rotations[i - 1], checkpoint)) && (i === chain.rotations.length || notAfter(checkpoint, chain.rotations[i]));
  }
  if (!signed) throw new Refused('note', 'not signed by a known key');
  if (!inTime) throw new Refused('checkpoint of size ' + checkpoint.size, "signed by a key that was not the log's key then");
  if (checkpoint.origin !== chain.keys[0].name) throw new Refused('checkpoint line 1', 'the origin is not that of the key');
}
function parseCheckpoint(bytes) {
  const note = parseNote(typeof bytes === 'string' ? bytes : text(bytes));
  const lines = note.text.split('\n');
  if (lines.length < 4 || !/^(0|[1-9]\d{0,15})$/.test(lines[1])) throw new Refused('checkpoint', 'not origin, size and root');
  return {note, origin: lines[0], size: Number(lines[1]), rootBase64: lines[2], root: hash(lines[2], 'checkpoint line 3')};
}
function parseProof(bytes) {
  const file = text(bytes), blank = file.indexOf('\n\n');
  const lines = file.slice(0, Math.max(0, blank)).split('\n');
  if (blank < 0 || lines.shift() !== 'c2sp.org/tlog-proof@v1') throw new Refused('proof file', 'not c2sp.org/tlog-proof@v1');
  if (lines[0] !== undefined && lines[0].startsWith('extra ')) lines.shift();
  const index = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() || '');
  if (!index || lines.length > 63) throw new Refused('proof file', 'not "index <number>" and hashes');
  return {index: Number(index[1]), path: lines.map(line => hash(line, 'proof file')), checkpoint: file.slice(blank + 2)};
}

// --- the archive ------------------------------------------------------------------------------------------------------
const limit = name => name.startsWith('leaves/') ? LIMITS.leaf : name.startsWith('proofs/') ? 2 * LIMITS.note : name.startsWith('report.') ? LIMITS.report : LIMITS.member;
// Reads a file in blocks, of which the last ones used are kept: a large bundle has hundreds of thousands of small members.
function blocksOf(file) {
  const BLOCK = 2 ** 20, BLOCKS = 16, kept = new Map();
  const slice = async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer());
  async function block(number) {
    const bytes = kept.get(number) || await slice(number * BLOCK, (number + 1) * BLOCK);
    kept.delete(number);
    kept.set(number, bytes);
    if (kept.size > BLOCKS) kept.delete(kept.keys().next().value);
    return bytes;
  }
  return async (from, length) => {
    const first = Math.floor(from / BLOCK), last = Math.floor((from + length - 1) / BLOCK), at = from - first * BLOCK;
    if (length === 0 || last > first + 1) return slice(from, from + length);
    if (last === first) return (await block(first)).slice(at, at + length);
    return concat((await block(first)).slice(at), (await block(last)).slice(0, at + length - BLOCK));
  };
}
async function openArchive(file) {
  const refuse = detail => { throw new Refused('archive', detail); };
  const blocks = blocksOf(file);
  const bytes = async (from, length) => from < 0 || from + length > file.size ? refuse('it ends too early') : blocks(from, length);
  const view = b => new DataView(b.buffer, b.byteOffset, b.length);
  if (file.size < 22 || file.size > LIMITS.archive) refuse('its size of ' + file.size + ' bytes is not that of a bundle');
  const end = view(await bytes(file.size - 22, 22));
  const few = end.getUint16(10, true), length = end.getUint32(12, true), offset = end.getUint32(16, true), many = few === 0xffff;
  const cut = () => refuse('it does not end in the directory that a bundle has; it was cut, or written anew');
  if (end.getUint32(0, true) !== 0x06054b50 || end.getUint32(4, true) !== 0 || end.getUint16(8, true) !== few
      || end.getUint16(20, true) !== 0 || offset + length + (many ? 98 : 22) !== file.size) cut();
  let count = few;
  if (many) { // more members than 16 bits count: the ZIP64 end of the directory says how many
    const end64 = view(await bytes(offset + length, 76)), at = position => Number(end64.getBigUint64(position, true));
    count = at(32);
    if (end64.getUint32(0, true) !== 0x06064b50 || at(4) !== 44 || at(16) !== 0 || at(24) !== count || at(40) !== length || at(48) !== offset
        || end64.getUint32(56, true) !== 0x07064b50 || end64.getUint32(60, true) !== 0 || at(64) !== offset + length
        || end64.getUint32(72, true) !== 1 || count < 0xffff) cut();
  }
  if (count > LIMITS.members || length > count * (46 + LIMITS.name)) refuse('it has too many members');
  const raw = await bytes(offset, length), directory = view(raw), members = new Map();
  let at = 0, next = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > length || directory.getUint32(at, true) !== 0x02014b50) refuse('its directory is damaged');
    const nameLength = directory.getUint16(at + 28, true), size = directory.getUint32(at + 24, true);
    if (nameLength > LIMITS.name || at + 46 + nameLength > length) refuse("a member's name is too long");
    const nameBytes = raw.slice(at + 46, at + 46 + nameLength), name = Array.from(nameBytes, c => String.fromCharCode(c)).join('');
    if (!NAMES.test(name)) refuse('a member is named "' + name.replace(/[^A-Za-z0-9._/-]/g, '?') + '", which no bundle has');
    if (directory.getUint16(at + 10, true) !== 0 || directory.getUint32(at + 20, true) !== size) refuse('member ' + name + ' is compressed; take the bundle as it was handed out');
    if ((directory.getUint16(at + 8, true) & ~0x0800) !== 0 || directory.getUint16(at + 30, true) || directory.getUint16(at + 32, true)
        || directory.getUint16(at + 34, true) || directory.getUint32(at + 42, true) !== next) refuse('member ' + name + " is not written as a bundle's members are");
    if (size > limit(name)) refuse('member ' + name + ' is too large');
    const localBytes = await bytes(next, 30 + nameLength), local = view(localBytes);
    if (local.getUint32(0, true) !== 0x04034b50 || local.getUint16(8, true) !== 0 || (local.getUint16(6, true) & ~0x0800) !== 0
        || local.getUint32(18, true) !== size || local.getUint32(22, true) !== size || local.getUint16(26, true) !== nameLength
        || local.getUint16(28, true) !== 0 || hex(localBytes.slice(30)) !== hex(nameBytes)) refuse('the directory and member ' + name + ' do not agree');
    if (members.has(name)) refuse('member ' + name + ' occurs twice');
    members.set(name, {at: next + 30 + nameLength, size});
    next += 30 + nameLength + size;
    at += 46 + nameLength;
  }
  if (at !== length || next !== offset) refuse('it has bytes that belong to no member');
  return {
    names: [...members.keys()],
    has: name => members.has(name),
    read: name => members.has(name) ? bytes(members.get(name).at, members.get(name).size) : Promise.reject(new Refused(name, 'is missing')),
  };
}
function indexOf(name) {
  const match = /^(?:leaves|proofs)\/(\d{1,16})\./.exec(name);
  return match ? Number(match[1]) : undefined;
}

// --- figures ----------------------------------------------------------------------------------------------------------
// Exact decimals: [digits, scale].
function decimal(s) {
  if (typeof s !== 'string' || !/^-?\d{1,60}(\.\d{1,60})?$/.test(s)) return null;
  const point = s.indexOf('.');
  return [BigInt(s.replace('.', '')), point < 0 ? 0 : s.length - point - 1];
}
const scaled = (d, scale) => d[0] * 10n ** BigInt(scale - d[1]);
function plus(a, b, sign = 1n) {
  const scale = Math.max(a[1], b[1]);
  return [scaled(a, scale) + sign * scaled(b, scale), scale];
}
const compare = (a, b) => { const d = plus(a, b, -1n)[0]; return d < 0n ? -1 : d > 0n ? 1 : 0; };
function plain(d) {
  const digits = (d[0] < 0n ? -d[0] : d[0]).toString().padStart(d[1] + 1, '0');
  const whole = digits.slice(0, digits.length - d[1]);
  return (d[0] < 0n ? '-' : '') + whole + (d[1] ? '.' + digits.slice(-d[1]) : '');
}
const ZERO = [0n, 0];
const own = (o, name) => o !== null && typeof o === 'object' && Object.hasOwn(o, name) ? o[name] : null;

const holdsMoney = value => value !== null && typeof value === 'object'
  && ((own(value, 'amount') !== null && own(value, 'currency') !== null) || Object.values(value).some(holdsMoney));
function posts(leaf, sign, found) {
  const type = String(own(leaf, 'type')), event = own(ACCOUNTS.events, type), payload = own(leaf, 'payload');
  if (event === null) {
    if (type.startsWith('aid.') && holdsMoney(payload)) throw new Refused(type, "is not in this verifier's table of accounts");
    return found;
  }
  if (!(own(leaf, 'revision') <= (event.revision || 0))) throw new Refused(type, "has a revision that is not in this verifier's table of accounts");
  if (event.reverses && own(payload, event.reverses)) posts(own(payload, event.reverses), -sign, found);
  if (event.reenters && own(payload, event.reenters)) posts(own(payload, event.reenters), sign, found);
  const holds = when => Object.entries(when).every(([name, value]) => typeof value === 'boolean'
    ? (own(payload, name) !== null) === value : own(payload, name) === value);
  const one = event.cases.find(c => holds(c.when));
  if (!one) {
    if (event.cases.length) throw new Refused(type, "is in no case of this verifier's table of accounts");
    return found;
  }
  for (const post of one.post) {
    const money = (post.money || 'money').split('.').reduce(own, payload);
    for (const part of Array.isArray(money) ? money : [money]) {
      const amount = decimal(own(part, 'amount'));
      if (!amount) throw new Refused(type, "has no amount where this verifier's table of accounts expects one");
      const signed = [amount[0] * BigInt(sign), amount[1]];
      const base = {project: own(payload, 'project'), currency: own(part, 'currency'), date: own(leaf, 'effectiveDate') || own(payload, 'effectiveDate')};
      found.push({...base, account: post.debit, amount: signed}, {...base, account: post.credit, amount: [-signed[0], signed[1]]});
    }
  }
  return found;
}
function bookedIn(leaf) {
  const month = own(own(leaf, 'metadata'), 'bookingPeriod');
  return month || new Date(Date.parse(leaf.recordedAt) + 7 * 3600e3).toISOString().slice(0, 7);
}
class Claim {
  constructor(claim) {
    this.query = own(claim, 'query');
    this.claimed = own(claim, 'figures') || {};
    this.balance = own(this.query, 'kind') === 'balance';
    this.sheet = own(this.query, 'kind') === 'sheet';
    this.subject = this.balance || this.sheet ? this.query.project : '*';
    this.from = own(this.query, 'from') || 0;
    this.known = own(this.query, 'known');
    this.effective = own(this.query, 'effective') || '9999-12-31';
    this.booked = own(this.query, 'booked') || '9999-12';
    this.sums = new Map();
    if (!Number.isSafeInteger(this.known) || (!this.balance && !this.sheet && own(this.query, 'kind') !== 'turnover')) throw new Refused('figures.json', 'a query is neither a balance, a turnover nor a sheet');
  }
  add(index, leaf) {
    if (this.sheet || index < this.from || index >= this.known) return;
    const event = own(ACCOUNTS.events, String(leaf.type));
    if (this.balance && event && event.opensAccount && leaf.payload.project === this.subject && leaf.effectiveDate <= this.effective) this.keepsCash = true;
    for (const post of posts(leaf, 1, [])) {
      if ((this.balance && post.project !== this.subject) || post.date > this.effective || bookedIn(leaf) > this.booked) continue;
      this.sum(post.currency, post.account, post.amount);
    }
  }
  // What a sealed sheet says of the project; of no concern to other kinds of claim.
  take(lines) {
    if (this.sheet) for (const line of lines) if (line.project === this.subject) this.sum(line.currency, line.account, line.amount);
  }
  sum(currency, account, amount) {
    if (!this.sums.has(currency)) this.sums.set(currency, new Map());
    const accounts = this.sums.get(currency);
    accounts.set(account, plus(accounts.get(account) || ZERO, amount));
  }
  measures(accounts) {
    const measures = new Map();
    for (const [name, measure] of Object.entries(ACCOUNTS.measures)) {
      if (measure.smallerOf) {
        const parts = measure.smallerOf.map(part => measures.get(part));
        if (parts.every(Boolean)) measures.set(name, parts.reduce((a, b) => compare(a, b) <= 0 ? a : b));
      } else if ((!measure.needsAccount || this.keepsCash) && (!measure.needsPostingOn || accounts.has(measure.needsPostingOn))) {
        const sum = names => (names || []).map(n => accounts.get(n) || ZERO).reduce((a, b) => plus(a, b), ZERO);
        measures.set(name, plus(sum(measure.plus), sum(measure.minus), -1n));
      }
    }
    return measures;
  }
  figures() {
    const figures = [];
    const computed = new Map([...this.sums].map(([currency, accounts]) => [currency, this.balance ? this.measures(accounts) : accounts]));
    const only = {currency: own(this.query, 'currency'), measure: own(this.query, 'measure')};
    for (const [currency, amounts] of computed) {
      if (only.currency && currency !== only.currency) computed.delete(currency);
      if (only.measure) for (const measure of [...amounts.keys()]) if (measure !== only.measure) amounts.delete(measure);
    }
    for (const [currency, amounts] of computed) {
      for (const [measure, amount] of amounts) {
        const claimed = own(own(this.claimed, currency), measure), said = decimal(claimed);
        figures.push({subject: this.subject, currency, measure, amount: plain(amount), claimed: claimed || '', agrees: said !== null && compare(said, amount) === 0});
      }
    }
    for (const [currency, amounts] of Object.entries(this.claimed)) {
      for (const [measure, claimed] of Object.entries(amounts)) {
        if (!computed.has(currency) || !computed.get(currency).has(measure)) figures.push({subject: this.subject, currency, measure, amount: '', claimed, agrees: false});
      }
    }
    return figures;
  }
}

// --- documents --------------------------------------------------------------------------------------------------------
function cited(index, leaf) {
  const found = new Set();
  const walk = value => {
    if (value === null || typeof value !== 'object') return;
    if (typeof own(value, 'reference') === 'string' && Object.keys(value).every(k => k === 'reference' || k === 'sha256')) {
      found.add(JSON.stringify([index, value.reference, own(value, 'sha256') || '']));
    }
    Object.values(value).forEach(walk);
  };
  walk(own(leaf, 'payload'));
  const metadata = own(leaf, 'metadata');
  if (own(metadata, 'sourceSha256')) found.add(JSON.stringify([index, own(metadata, 'sourceName') || '', metadata.sourceSha256]));
  return found;
}

// --- a sealed sheet ---------------------------------------------------------------------------------------------------
function parseSheet(file) {
  const rows = file.split('\n');
  if (rows.length <= 4 || rows[0] !== 'aid-ledger-sheet-v1' || rows.pop() !== '' || !/^(0|[1-9]\d{0,15})$/.test(rows[3])) throw new Refused('sheet.txt', 'not aid-ledger-sheet-v1, periods, month, size and lines');
  const lines = rows.slice(4).map(row => {
    const [project, account, currency, amount, more] = row.split('\t');
    if (more !== undefined || !decimal(amount)) throw new Refused('sheet.txt', 'a line is not project, account, currency and amount');
    return {project, account, currency, amount: decimal(amount)};
  });
  return {periods: rows[1], month: rows[2], size: Number(rows[3]), lines};
}
// That the sheet is the one that the last closing of its month sealed, and whether the month was reopened since.
class SealedSheetCheck {
  constructor(scope) { this.scope = scope; this.asked = scope.kind === 'sheet'; }
  add(index, leaf) {
    if (!this.asked || leaf.stream !== this.scope.id) return;
    if (leaf.type === 'period.PeriodClosed' && leaf.payload.month === this.scope.month) {
      this.closing = index;
      this.reopening = undefined;
      this.sealed = leaf.payload.sheet;
    } else if (leaf.type === 'period.PeriodReopened' && this.closing !== undefined && leaf.payload.month <= this.scope.month) this.reopening = index;
  }
  async end(archive, claims, verdict, problem) {
    if (!this.asked) return;
    const {id, month} = this.scope;
    if (this.closing === undefined) { problem('sheet.not-sealed', {periods: id, month}); return; }
    const bytes = await archive.read('sheet.txt'), sha = hex(await sha256(bytes)), sheet = parseSheet(text(bytes));
    if (sha !== this.sealed.sha256 || sheet.size !== this.sealed.size || sheet.lines.length !== this.sealed.lines || sheet.periods !== id || sheet.month !== month) {
      problem('sheet.differs', {month, sealed: this.sealed.sha256, sha256: sha}, this.closing);
      return;
    }
    claims.forEach(claim => claim.take(sheet.lines));
    verdict.held.push({code: 'held.sheet', evidence: {month, event: this.closing, size: sheet.size}});
    if (this.reopening !== undefined) verdict.held.push({code: 'held.sheet-reopened', evidence: {month, event: this.reopening}});
  }
}
// What the bundle shows, and does not, about events that may have been left out of it.
function omission(scope, size, next) {
  if (scope.kind === 'period') return scope.from === 0 && next === size ? {code: 'omission.whole', evidence: {size}} : {code: 'omission.range', evidence: {from: scope.from, to: next}};
  const streams = scope.streams || [];
  return {code: 'omission.newest', evidence: {streams: streams.slice(0, 10).join(', ') + (streams.length > 10 ? ', ...' : ''), known: scope.known}};
}

// --- the verification -------------------------------------------------------------------------------------------------
async function verifyBundle(file, trust, progress) {
  const verdict = {origin: '', size: 0, root: '', events: 0, fingerprint: '', keyTrusted: Boolean(trust.log), cosigners: [], figures: [], held: [], problems: []};
  const problem = (code, evidence = {}, index) => verdict.problems.push({code, index, evidence: index === undefined ? evidence : {...evidence, index}});
  try {
    await verifyArchive(await openArchive(file), trust, verdict, problem, progress);
  } catch (e) {
    problem('bundle.unreadable', {where: e.where || 'bundle', detail: e.detail || e.message});
  }
  verdict.problems.sort((a, b) => (a.index ?? -1) - (b.index ?? -1));
  const bad = verdict.problems.find(p => p.index !== undefined);
  verdict.firstBad = bad && bad.index;
  verdict.problems.length = Math.min(verdict.problems.length, LIMITS.problems);
  return verdict;
}
async function verifyArchive(archive, trust, verdict, problem, progress) {
  const json = async name => JSON.parse(text(await archive.read(name)));
  const fingerprint = async key => hex(await sha256(UTF8.encode(key.line)));
  const ownKey = await parseKey(text(await archive.read('vkey')).trim()), trusted = trust.log || ownKey;
  verdict.origin = trusted.name;
  verdict.fingerprint = await fingerprint(trusted);
  const statements = archive.has('key-rotations') ? await parseRotations(text(await archive.read('key-rotations'))) : [];
  let chain = {keys: [trusted], rotations: []};
  try { chain = await keyChain(trusted, statements); }
  catch (e) { problem('keys.unproven', {detail: e.message}); }
  const known = chain.keys.some(key => key.line === ownKey.line), key = known ? ownKey : chain.keys[chain.keys.length - 1];
  if (!known) problem('key.differs', {bundle: await fingerprint(ownKey), trusted: verdict.fingerprint});
  for (const one of chain.rotations) verdict.held.push({code: 'held.rotation', evidence: {size: one.size, from: await fingerprint(one.from), to: await fingerprint(one.to)}});

  const manifestBytes = await archive.read('bundle.json'), manifestHash = hex(await sha256(manifestBytes));
  const note = parseNote(text(await archive.read('bundle.note')));
  try {
    await signedBy(note, key);
    if (note.text !== 'aidledger.org/evidence-bundle@v1\n' + key.name + '\nsha256 ' + manifestHash + '\n') problem('manifest.changed', {sha256: manifestHash});
  } catch (e) { problem('manifest.signature', {detail: e.message}); }
  const manifest = JSON.parse(text(manifestBytes));
  for (const name of [...new Set([...archive.names, ...Object.keys(manifest.members)])].sort()) {
    if (name === 'bundle.json' || name === 'bundle.note') continue;
    const listed = own(manifest.members, name);
    const code = listed === null ? 'member.unlisted' : !archive.has(name) ? 'member.missing'
      : hex(await sha256(await archive.read(name))) !== listed ? 'member.changed' : null;
    if (code) problem(code, {member: name}, indexOf(name));
  }

  const checkpoint = parseCheckpoint(await archive.read('checkpoint'));
  verdict.size = checkpoint.size;
  verdict.root = checkpoint.rootBase64;
  try {
    await signedInTime(checkpoint, chain);
  } catch (e) { problem('checkpoint.signature', {detail: e.message}); }
  for (const witness of trust.witnesses) {
    try { await signedBy(checkpoint.note, witness); verdict.cosigners.push(witness.name); }
    catch { verdict.held.push({code: 'witness.absent', evidence: {witness: witness.name}}); }
  }
  if (manifest.size !== checkpoint.size || manifest.root !== checkpoint.rootBase64) problem('checkpoint.other', {size: checkpoint.size});
  await consistency(archive, manifest, checkpoint, chain, trust, verdict, problem);
  await events(archive, manifest, checkpoint, json, verdict, problem, progress);
  if (!verdict.problems.length) verdict.held.push({code: 'held.bundle', evidence: {members: archive.names.length}});
}
async function consistency(archive, manifest, now, chain, trust, verdict, problem) {
  const earlier = (manifest.earlier || []).map(one => ({size: one.size, root: hash(one.root, 'bundle.json')}));
  if (trust.saved) {
    try {
      await signedInTime(trust.saved, chain);
      if (trust.saved.size > now.size) problem('saved.larger', {saved: trust.saved.size, size: now.size}, now.size);
      else earlier.push(trust.saved);
    } catch (e) { problem('saved.signature', {detail: e.message}); }
  }
  for (const {size, root} of earlier) {
    const member = 'consistency/' + size;
    try {
      if (size === now.size && root !== now.root) throw new Refused('size ' + size, 'two roots');
      if (size !== 0 && size !== now.size) {
        if (!archive.has(member)) { problem('saved.no-proof', {size}); continue; }
        const file = text(await archive.read(member)), blank = file.indexOf('\n\n'), lines = file.slice(0, blank).split('\n');
        if (lines.shift() !== 'old ' + size || parseCheckpoint(file.slice(blank + 2)).note.text !== now.note.text) throw new Refused(member, 'is the proof of something else');
        await goesOn(size, now.size, root, now.root, lines.map(line => hash(line, member)));
      }
      verdict.held.push({code: 'held.earlier', evidence: {size}});
    } catch (e) { problem('saved.rewritten', {size, detail: e.message}); }
  }
}
async function events(archive, manifest, checkpoint, json, verdict, problem, progress) {
  const indices = [...new Set(archive.names.map(indexOf).filter(i => i !== undefined))].sort((a, b) => a - b);
  if (indices.length > LIMITS.events) throw new Refused('leaves/', 'more than ' + LIMITS.events + ' events');
  const claims = (await json('figures.json')).claims.map(claim => new Claim(claim));
  const scope = manifest.scope, range = scope.kind === 'period', whole = new Set(scope.streams || []);
  const documents = new Set(), versions = new Map(), sheet = new SealedSheetCheck(scope);
  let next = range ? scope.from : 0, last = '';
  for (const index of indices) {
    progress(verdict.events, indices.length);
    const leaf = await readLeaf(archive, index, checkpoint, problem);
    if (!leaf) continue;
    verdict.events++;
    if (leaf.index !== index) problem('leaf.index', {says: leaf.index}, index);
    if (range && index !== next) problem('range.gap', {next: index}, Math.min(index, next));
    next = index + 1;
    const expected = versions.get(leaf.stream) ?? (whole.has(leaf.stream) ? 0 : leaf.version);
    if (whole.has(leaf.stream) || range ? leaf.version !== expected : leaf.version < expected) problem('stream.gap', {stream: leaf.stream, version: leaf.version, expected}, index);
    versions.set(leaf.stream, leaf.version + 1);
    sheet.add(index, leaf);
    const recorded = instant(leaf.recordedAt);
    if (recorded < last) problem('time.decreases', {recordedAt: leaf.recordedAt}, index);
    last = recorded;
    cited(index, leaf).forEach(document => documents.add(document));
    try { claims.forEach(claim => claim.add(index, leaf)); }
    catch (e) { problem('figure.unknown-event', {type: e.where || '', detail: e.detail || e.message}, index); }
  }
  if (range && next !== scope.to) problem('range.gap', {next: scope.to}, Math.min(next, scope.to));
  for (const stream of whole) if (!versions.has(stream)) problem('stream.missing', {stream});
  verdict.omission = omission(scope, manifest.size, next);
  await sheet.end(archive, claims, verdict, problem);
  for (const figure of claims.flatMap(claim => claim.figures())) {
    verdict.figures.push(figure);
    if (!figure.agrees) problem('figure.differs', {subject: figure.subject, currency: figure.currency, measure: figure.measure, claimed: figure.claimed, computed: figure.amount});
  }
  verdict.held.push({code: 'held.figures', evidence: {figures: verdict.figures.length}});
  const listed = new Set((await json('documents.json')).documents.map(d => JSON.stringify([d.event, d.reference, own(d, 'sha256') || ''])));
  const concerned = new Set(verdict.problems.map(p => p.index));
  for (const document of new Set([...documents, ...listed])) {
    const [index, reference] = JSON.parse(document);
    if (!concerned.has(index) && (!documents.has(document) || !listed.has(document))) problem('document.differs', {reference}, index);
  }
  verdict.held.push({code: 'held.documents', evidence: {documents: documents.size}});
}
// Comparable as text: seconds, then nine digits.
function instant(time) {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z$/.exec(time);
  return match ? match[1] + (match[2] || '').padEnd(9, '0') : '';
}
async function readLeaf(archive, index, checkpoint, problem) {
  try {
    if (!archive.has('leaves/' + index + '.json') || !archive.has('proofs/' + index + '.tlog-proof')) {
      problem('member.missing', {member: archive.has('leaves/' + index + '.json') ? 'proofs/' + index + '.tlog-proof' : 'leaves/' + index + '.json'}, index);
      return null;
    }
    const bytes = await archive.read('leaves/' + index + '.json'), proof = parseProof(await archive.read('proofs/' + index + '.tlog-proof'));
    if (proof.index !== index || proof.checkpoint !== checkpoint.note.whole) problem('proof.other', {proves: proof.index}, index);
    let computed;
    try { computed = await includes(proof.index, checkpoint.size, await leafHash(bytes), proof.path); }
    catch (e) { problem('leaf.not-in-log', {detail: e.detail || e.message}, index); return null; }
    if (computed !== checkpoint.root) { problem('leaf.not-in-log', {detail: 'leads to another root'}, index); return null; }
    return JSON.parse(text(bytes));
  } catch (e) {
    problem('leaf.unreadable', {detail: e.message}, index);
    return null;
  }
}

// --- the page ---------------------------------------------------------------------------------------------------------
let language = new URLSearchParams(location.search).get('lang') || (navigator.language.startsWith('vi') ? 'vi' : 'en');
let shown = null;
const say = (code, evidence = {}) => (TEXTS[language][code] || code).replace(/\{([a-zA-Z0-9]+)\}/g, (whole, name) => !Object.hasOwn(evidence, name) ? whole
  : name === 'detail' || name === 'where' ? detail(String(evidence[name])) : evidence[name]);
// What was found is said in English; where the language has that sentence, its numbers and hashes left open, in the language.
const DETAIL = 'detail: ';
const details = Object.entries(TEXTS.vi).filter(([code]) => code.startsWith(DETAIL)).map(([code, said]) => ({said,
  pattern: new RegExp('^' + code.slice(DETAIL.length).split(/\{[1-9]\}/).map(part => part.replace(/[^\w\s]/g, '\\$&')).join('((?:(?!: ).)+?)') + '$', 's')}));
function detail(found) {
  if (language !== 'vi' || found.length > 2000) return found;
  const exactly = part => {
    for (const {pattern, said} of details) {
      const match = pattern.exec(part);
      if (match) return said.replace(/\{([1-9])\}/g, (whole, number) => detail(match[number]));
    }
    return null;
  };
  const whole = exactly(found);
  if (whole !== null) return whole;
  for (let colon = found.indexOf(': '); colon > 0; colon = found.indexOf(': ', colon + 1)) {
    const what = exactly(found.slice(colon + 2));
    if (what !== null) return detail(found.slice(0, colon)) + ': ' + what;
  }
  return found;
}
function element(parent, name, content, className) {
  const made = document.createElement(name);
  if (content !== undefined) made.textContent = content;
  if (className) made.className = className;
  parent.append(made);
  return made;
}
function measureName(measure) { return TEXTS[language]['measure.' + measure] || measure; }
function amountText(amount) {
  if (!amount) return say('figure.none');
  const [whole, fraction] = amount.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'vi' ? '.' : ',');
  return fraction ? grouped + (language === 'vi' ? ',' : '.') + fraction : grouped;
}
function list(parent, heading, entries, id) {
  if (!entries.length) return;
  element(parent, 'h3', say(heading));
  const items = element(parent, 'ul');
  items.id = id;
  for (const entry of entries) element(items, 'li', say(entry.code, entry.evidence)).dataset.code = entry.code;
}
function showFigures(parent, figures) {
  if (!figures.length) return;
  element(parent, 'h3', say('verdict.figures'));
  const table = element(parent, 'table');
  table.id = 'figures';
  const head = element(element(table, 'thead'), 'tr');
  for (const column of ['subject', 'measure', 'computed', 'claimed', 'currency']) element(head, 'th', say('column.' + column)).scope = 'col';
  const body = element(table, 'tbody');
  for (const figure of figures) {
    const row = element(body, 'tr', undefined, figure.agrees ? '' : 'differs');
    row.dataset.measure = figure.measure;
    element(row, 'td', figure.subject === '*' ? say('subject.all') : figure.subject);
    element(row, 'td', measureName(figure.measure));
    element(row, 'td', amountText(figure.amount), 'n');
    element(row, 'td', amountText(figure.claimed), 'n');
    element(row, 'td', figure.currency);
  }
}
function showVerdict(verdict) {
  const section = document.getElementById('verdict');
  section.replaceChildren();
  const sound = !verdict.problems.length;
  section.className = sound ? 'sound' : 'bad';
  element(section, 'h2', say(sound ? 'verdict.sound' : 'verdict.not-sound'));
  if (verdict.firstBad !== undefined) {
    element(section, 'p', say('verdict.first-bad', {index: verdict.firstBad})).id = 'first-bad';
    element(section, 'p', say('verdict.before'));
  }
  if (sound && verdict.omission) element(section, 'p', say(verdict.omission.code, verdict.omission.evidence)).id = 'omission';
  list(section, 'verdict.problems', verdict.problems, 'problems');
  if (verdict.origin) {
    const facts = element(section, 'dl');
    for (const [term, value] of [['ledger', verdict.origin], ['fingerprint', verdict.fingerprint],
        ['checkpoint', say('verdict.checkpoint.of', verdict)], ['events', verdict.events],
        ['witnesses', verdict.cosigners.join(', ') || say('verdict.witnesses.none')]]) {
      element(facts, 'dt', say('verdict.' + term));
      element(facts, 'dd', value);
    }
    element(section, 'p', say(verdict.keyTrusted ? 'verdict.trusted-key' : 'verdict.no-key')).id = 'trust';
  }
  showFigures(section, verdict.figures);
  list(section, 'verdict.held', verdict.held, 'held');
  element(section, 'p', say('verdict.not-shown'));
}
function showTexts() {
  document.documentElement.lang = language;
  document.title = say('page.title');
  document.getElementById('language').textContent = say('page.language');
  for (const one of document.querySelectorAll('[data-text]')) one.textContent = say(one.dataset.text);
  if (shown) showVerdict(shown);
}
async function readTrust() {
  const keys = [];
  for (const line of document.getElementById('keys').value.split('\n')) if (line.trim()) keys.push(await parseKey(line.trim()));
  const saved = document.getElementById('saved').value.replace(/\r\n/g, '\n');
  return {log: keys.find(key => key.type === 1), witnesses: keys.filter(key => key.type === 4),
    saved: saved.trim() ? parseCheckpoint(saved.trim() + '\n') : null};
}
document.getElementById('language').addEventListener('click', () => { language = language === 'vi' ? 'en' : 'vi'; showTexts(); });
document.getElementById('ask').addEventListener('submit', async event => {
  event.preventDefault();
  const status = document.getElementById('progress'), section = document.getElementById('verdict');
  section.replaceChildren();
  section.className = '';
  section.dataset.done = '';
  shown = null;
  try {
    const trust = await readTrust();
    nodes.clear();
    shown = await verifyBundle(document.getElementById('bundle').files[0], trust,
      (done, total) => { status.textContent = say('page.working', {done, total}); });
    status.textContent = '';
    showVerdict(shown);
  } catch (e) {
    status.textContent = e.name === 'NotSupportedError' ? say('page.unsupported') : say('page.input', {detail: e.message});
  }
  section.dataset.done = 'yes';
});
showTexts();
