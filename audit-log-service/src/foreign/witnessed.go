package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"time"

	cosignature "github.com/transparency-dev/formats/note"
	"github.com/transparency-dev/tessera"
	"github.com/transparency-dev/tessera/storage/posix"
	"golang.org/x/mod/sumdb/note"
)

const origin = "foreign.example/log"

// newLog makes the key of a log of Tessera's, of which a witness has to know before there is an entry.
func newLog(directory string) error {
	secret, public, err := note.GenerateKey(rand.Reader, origin)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(directory, "log.skey"), []byte(secret), 0o600); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(directory, "log.vkey"), []byte(public+"\n"), 0o644)
}

// witnessed grows that log under Tessera's own hands. A checkpoint is not published before the witness has cosigned
// it, and the cosignature is accepted by Tessera; then it is checked once more. Returns one line: the sizes.
func witnessed(ctx context.Context, directory, address, witnessKey string) (string, error) {
	secret, err := os.ReadFile(filepath.Join(directory, "log.skey"))
	if err != nil {
		return "", err
	}
	signer, err := note.NewSigner(string(secret))
	if err != nil {
		return "", err
	}
	prefix, err := url.Parse(address)
	if err != nil {
		return "", err
	}
	witness, err := tessera.NewWitness(witnessKey, prefix)
	if err != nil {
		return "", err
	}
	driver, err := posix.New(ctx, posix.Config{Path: filepath.Join(directory, "log")})
	if err != nil {
		return "", err
	}
	options := tessera.NewAppendOptions().
		WithCheckpointSigner(signer).
		WithBatching(300, 50*time.Millisecond).
		WithCheckpointInterval(100*time.Millisecond).
		WithWitnesses(tessera.NewWitnessGroup(1, witness), &tessera.WitnessOptions{Timeout: 10 * time.Second})
	appender, shutdown, reader, err := tessera.NewAppender(ctx, driver, options)
	if err != nil {
		return "", err
	}
	defer func() { _ = shutdown(ctx) }()
	awaiter := tessera.NewPublicationAwaiter(ctx, reader.ReadCheckpoint, 50*time.Millisecond)
	sizes := ""
	for i, upTo := 0, []int{1, 2, 5, 255, 256, 257, 700}; len(upTo) > 0; upTo = upTo[1:] {
		var last tessera.IndexFuture
		for ; i < upTo[0]; i++ {
			last = appender.Add(ctx, tessera.NewEntry(fmt.Appendf(nil, "entry %d", i)))
		}
		_, published, err := awaiter.Await(ctx, last)
		if err != nil {
			return "", fmt.Errorf("at %d: %w", upTo[0], err)
		}
		if err := isCosigned(published, signer.Name(), directory, witnessKey); err != nil {
			return "", fmt.Errorf("at %d: %w", upTo[0], err)
		}
		sizes += fmt.Sprintf(" %d", upTo[0])
	}
	return sizes[1:], nil
}

// isCosigned wants the signatures of both.
func isCosigned(published []byte, name, directory, witnessKey string) error {
	public, err := os.ReadFile(filepath.Join(directory, "log.vkey"))
	if err != nil {
		return err
	}
	byLog, err := note.NewVerifier(string(public[:len(public)-1]))
	if err != nil {
		return err
	}
	byWitness, err := cosignature.NewVerifierForCosignatureV1(witnessKey)
	if err != nil {
		return err
	}
	opened, err := note.Open(published, note.VerifierList(byLog, byWitness))
	if err != nil {
		return err
	}
	if len(opened.Sigs) != 2 {
		return fmt.Errorf("%d of 2 signatures on the checkpoint of %s", len(opened.Sigs), name)
	}
	return nil
}
