package main

import (
	"fmt"
	"os"

	"github.com/transparency-dev/formats/log"
	"github.com/transparency-dev/formats/proof"
	merkle "github.com/transparency-dev/merkle/proof"
	"github.com/transparency-dev/merkle/rfc6962"
	"golang.org/x/mod/sumdb/note"
)

// checkProof reads a C2SP tlog-proof whose extra data is the entry, and returns the entry's index and the log's size.
func checkProof(file, key string) (string, error) {
	verifier, err := note.NewVerifier(key)
	if err != nil {
		return "", fmt.Errorf("-key: %w", err)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	var given proof.TLogProof
	if err := given.Unmarshal(text); err != nil {
		return "", err
	}
	head, _, _, err := log.ParseCheckpoint(given.Checkpoint, verifier.Name(), verifier)
	if err != nil {
		return "", err
	}
	hashes := make([][]byte, 0, len(given.Hashes))
	for _, hash := range given.Hashes {
		hashes = append(hashes, hash[:])
	}
	leaf := rfc6962.DefaultHasher.HashLeaf(given.ExtraData)
	if err := merkle.VerifyInclusion(rfc6962.DefaultHasher, given.Index, head.Size, leaf, hashes, head.Hash); err != nil {
		return "", err
	}
	return fmt.Sprintf("%d\t%d", given.Index, head.Size), nil
}
