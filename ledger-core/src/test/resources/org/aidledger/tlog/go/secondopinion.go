// Checks what our log writes with the note and tlog packages of golang.org/x/mod: claims come in on standard input, one
// a line, and a note signed here goes out, to be checked on the other side.
package main

import (
	"bufio"
	"bytes"
	"crypto/rand"
	"encoding/base64"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func must(err error, line string) {
	if err != nil {
		fmt.Fprintf(os.Stderr, "%v: %.200s\n", err, line)
		os.Exit(1)
	}
}

func decode(text string) []byte {
	data, err := base64.StdEncoding.DecodeString(text)
	must(err, text)
	return data
}

func number(text string) int64 {
	n, err := strconv.ParseInt(text, 10, 64)
	must(err, text)
	return n
}

func hash(text string) (h tlog.Hash) {
	copy(h[:], decode(text))
	return h
}

func hashes(fields []string) (path []tlog.Hash) {
	for _, field := range fields {
		path = append(path, hash(field))
	}
	return path
}

// The tree of the entries "entry 0", "entry 1" and so on, as this side builds it.
type tree []tlog.Hash

func (t tree) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	var out []tlog.Hash
	for _, i := range indexes {
		out = append(out, t[i])
	}
	return out, nil
}

func (t *tree) grow(size int64) {
	for i := int64(0); i < size; i++ {
		more, err := tlog.StoredHashes(i, []byte(fmt.Sprintf("entry %d", i)), *t)
		must(err, "grow")
		*t = append(*t, more...)
	}
}

func main() {
	var stored tree
	claims := 0
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		line := lines.Text()
		f := strings.Fields(line)
		switch f[0] {
		case "size":
			stored.grow(number(f[1]))
		case "note":
			verifier, err := note.NewVerifier(f[1])
			must(err, line)
			_, err = note.Open(decode(f[2]), note.VerifierList(verifier))
			must(err, line)
		case "root":
			root, err := tlog.TreeHash(number(f[1]), stored)
			must(err, line)
			if root != hash(f[2]) {
				must(fmt.Errorf("root is %v", root), line)
			}
		case "inclusion": // size index root leaf path
			must(tlog.CheckRecord(hashes(f[5:]), number(f[1]), hash(f[3]), number(f[2]), hash(f[4])), line)
		case "consistency": // new-size old-size new-root old-root path
			must(tlog.CheckTree(hashes(f[5:]), number(f[1]), hash(f[3]), number(f[2]), hash(f[4])), line)
		case "tile": // path bytes
			tile, err := tlog.ParseTilePath(strings.Replace(f[1], "tile/", "tile/8/", 1))
			must(err, line)
			data, err := tlog.ReadTileData(tile, stored)
			must(err, line)
			if !bytes.Equal(data, decode(f[2])) {
				must(fmt.Errorf("tile differs"), line)
			}
		default:
			must(fmt.Errorf("unknown claim"), line)
		}
		claims++
	}
	must(lines.Err(), "standard input")
	secret, public, err := note.GenerateKey(rand.Reader, "second.example/opinion")
	must(err, "key")
	signer, err := note.NewSigner(secret)
	must(err, "signer")
	signed, err := note.Sign(&note.Note{Text: fmt.Sprintf("%d claims hold\n", claims)}, signer)
	must(err, "sign")
	fmt.Println(public)
	fmt.Println(base64.StdEncoding.EncodeToString(signed))
}
