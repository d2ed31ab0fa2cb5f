// Command foreign checks a log as somebody would who has never seen our code: with the client and the fsck of
// Tessera, over HTTP, with nothing but the log's address and its public key.
//
// It keeps every checkpoint that it has seen in a directory, as verifiers do, and asks each time whether the log
// still is a continuation of all of them. Of a log that was pruned, which Tessera's fsck cannot read, it checks with
// -from what Tessera's client can: every entry that is kept against its tile, proofs of them, and of the checkpoints
// that are not smaller. It prints one line of what it checked, separated by tabs: size, resources
// read by fsck, inclusion proofs, consistency proofs. Exit: 0 all holds, 1 something does not, 2 wrong arguments.
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"sort"
	"time"

	"github.com/transparency-dev/formats/log"
	"github.com/transparency-dev/merkle/proof"
	"github.com/transparency-dev/merkle/rfc6962"
	"github.com/transparency-dev/tessera/api"
	"github.com/transparency-dev/tessera/api/layout"
	"github.com/transparency-dev/tessera/client"
	"github.com/transparency-dev/tessera/fsck"
	"golang.org/x/mod/sumdb/note"
)

// foreigner is a verifier and what it remembers.
type foreigner struct {
	fetcher  *client.HTTPFetcher
	verifier note.Verifier
	seen     string
	from     uint64
}

func main() {
	address := flag.String("url", "", "prefix of the log")
	key := flag.String("key", "", "the log's verifier key, name+id+key, obtained apart from the log")
	seen := flag.String("seen", "", "directory of the checkpoints seen before")
	from := flag.Uint64("from", 0, "the first entry that is kept, of a log that was pruned")
	makes := flag.String("new-log", "", "directory in which to make the key of a log of Tessera's, and nothing else")
	grows := flag.String("grow-log", "", "directory of such a log, which is to grow with a witness; and nothing else")
	witness := flag.String("witness", "", "prefix of the witness")
	witnessKey := flag.String("witness-key", "", "the witness's key, name+id+key")
	single := flag.String("proof", "", "file with a C2SP tlog-proof that is to be checked, and nothing else")
	flag.Parse()
	if *single != "" {
		end(checkProof(*single, *key))
		return
	}
	if *makes != "" || *grows != "" {
		tesseraLog(*makes, *grows, *witness, *witnessKey)
		return
	}
	f, err := newForeigner(*address, *key, *seen, *from)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Minute)
	defer cancel()
	end(f.check(ctx))
}

func end(line string, err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(line)
}

func tesseraLog(makes, grows, witness, witnessKey string) {
	line, err := "", error(nil)
	if makes != "" {
		err = newLog(makes)
	} else {
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
		defer cancel()
		line, err = witnessed(ctx, grows, witness, witnessKey)
	}
	end(line, err)
}

func newForeigner(address, key, seen string, from uint64) (*foreigner, error) {
	root, err := url.Parse(address)
	if err != nil || root.Host == "" {
		return nil, fmt.Errorf("-url wants the prefix of a log, got %q", address)
	}
	verifier, err := note.NewVerifier(key)
	if err != nil {
		return nil, fmt.Errorf("-key: %w", err)
	}
	if err := os.MkdirAll(seen, 0o755); err != nil {
		return nil, fmt.Errorf("-seen: %w", err)
	}
	fetcher, err := client.NewHTTPFetcher(root, &http.Client{Timeout: time.Minute})
	if err != nil {
		return nil, err
	}
	return &foreigner{fetcher: fetcher, verifier: verifier, seen: seen, from: from}, nil
}

func (f *foreigner) check(ctx context.Context) (string, error) {
	head, raw, _, err := client.FetchCheckpoint(ctx, f.fetcher.ReadCheckpoint, f.verifier, f.verifier.Name())
	if err != nil {
		return "", fmt.Errorf("checkpoint: %w", err)
	}
	resources, err := f.everything(ctx, head)
	if err != nil {
		return "", err
	}
	builder, err := client.NewProofBuilder(ctx, head.Size, f.fetcher.ReadTile)
	if err != nil {
		return "", err
	}
	inclusions, err := f.inclusions(ctx, builder, head)
	if err != nil {
		return "", err
	}
	consistencies, err := f.consistencies(ctx, builder, head)
	if err != nil {
		return "", err
	}
	if err := os.WriteFile(filepath.Join(f.seen, fmt.Sprintf("%d.checkpoint", head.Size)), raw, 0o644); err != nil {
		return "", err
	}
	return fmt.Sprintf("%d\t%d\t%d\t%d", head.Size, resources, inclusions, consistencies), nil
}

func (f *foreigner) everything(ctx context.Context, head *log.Checkpoint) (uint64, error) {
	if f.from > 0 {
		return f.kept(ctx, head.Size)
	}
	resources, err := f.fsck(ctx)
	if err != nil {
		return 0, fmt.Errorf("fsck at size %d: %w", head.Size, err)
	}
	return resources, nil
}

// kept hashes all leaves from the first one that is kept on, and compares them with their tiles.
func (f *foreigner) kept(ctx context.Context, size uint64) (uint64, error) {
	read := uint64(0)
	for index := f.from / layout.EntryBundleWidth; index*layout.EntryBundleWidth < size; index++ {
		bundle, err := client.GetEntryBundle(ctx, f.fetcher.ReadEntryBundle, index, size)
		if err != nil {
			return 0, fmt.Errorf("bundle %d: %w", index, err)
		}
		hashes, err := f.fetcher.ReadTile(ctx, 0, index, layout.PartialTileSize(0, index, size))
		if err != nil {
			return 0, fmt.Errorf("tile %d: %w", index, err)
		}
		own := []byte{}
		for _, entry := range bundle.Entries {
			own = append(own, rfc6962.DefaultHasher.HashLeaf(entry)...)
		}
		if !bytes.Equal(own, hashes) {
			return 0, fmt.Errorf("bundle %d: its entries are not those of its tile", index)
		}
		read += 2
	}
	return read, nil
}

// fsck reads everything, hashes all leaves anew, and compares every tile and the root.
func (f *foreigner) fsck(ctx context.Context) (uint64, error) {
	checker := fsck.New(f.verifier.Name(), f.verifier, f.fetcher, leafHashes, fsck.Opts{N: 8})
	if err := checker.Check(ctx); err != nil {
		return 0, err
	}
	return checker.Status().ResourcesFetched, nil
}

// inclusions proves entries at the edges of tiles, and the ones around the middle and the end.
func (f *foreigner) inclusions(ctx context.Context, builder *client.ProofBuilder, head *log.Checkpoint) (int, error) {
	proven := 0
	for _, index := range indexes(f.from, head.Size) {
		hash, err := f.leafHash(ctx, index, head.Size)
		if err != nil {
			return 0, fmt.Errorf("entry %d of %d: %w", index, head.Size, err)
		}
		path, err := builder.InclusionProof(ctx, index)
		if err != nil {
			return 0, fmt.Errorf("inclusion of %d in %d: %w", index, head.Size, err)
		}
		err = proof.VerifyInclusion(rfc6962.DefaultHasher, index, head.Size, hash, path, head.Hash)
		if err != nil {
			return 0, fmt.Errorf("inclusion of %d in %d: %w", index, head.Size, err)
		}
		proven++
	}
	return proven, nil
}

func indexes(from, size uint64) []uint64 {
	wanted := map[uint64]bool{}
	edges := []uint64{0, 1, 254, 255, 256, 257, 65_534, 65_535, 65_536, size / 2, size - 2, size - 1}
	for _, index := range append(edges, from, from+1, from+255, from+256) {
		if index >= from && index < size {
			wanted[index] = true
		}
	}
	sorted := make([]uint64, 0, len(wanted))
	for index := range wanted {
		sorted = append(sorted, index)
	}
	sort.Slice(sorted, func(i, j int) bool { return sorted[i] < sorted[j] })
	return sorted
}

func (f *foreigner) leafHash(ctx context.Context, index, size uint64) ([]byte, error) {
	bundle, err := client.GetEntryBundle(ctx, f.fetcher.ReadEntryBundle, index/layout.EntryBundleWidth, size)
	if err != nil {
		return nil, err
	}
	at := index % layout.EntryBundleWidth
	if at >= uint64(len(bundle.Entries)) {
		return nil, errors.New("the bundle ends before it")
	}
	return rfc6962.DefaultHasher.HashLeaf(bundle.Entries[at]), nil
}

// consistencies proves that the log goes on from each checkpoint that was seen before; of the size at hand there
// must be no other root. A tree of the earlier size is read as well: its tiles are still there, in their widths.
func (f *foreigner) consistencies(
	ctx context.Context, builder *client.ProofBuilder, head *log.Checkpoint) (int, error) {
	files, err := filepath.Glob(filepath.Join(f.seen, "*.checkpoint"))
	if err != nil {
		return 0, err
	}
	proven := 0
	for _, file := range files {
		err := f.goesOnFrom(ctx, file, builder, head)
		if errors.Is(err, errPruned) {
			continue
		}
		if err != nil {
			return 0, fmt.Errorf("%s: %w", filepath.Base(file), err)
		}
		proven++
	}
	return proven, nil
}

// errPruned says of a checkpoint that what it covers was pruned within a tile.
var errPruned = errors.New("smaller than what is kept")

func (f *foreigner) goesOnFrom(
	ctx context.Context, file string, builder *client.ProofBuilder, head *log.Checkpoint) error {
	raw, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	earlier, _, _, err := log.ParseCheckpoint(raw, f.verifier.Name(), f.verifier)
	if err != nil {
		return err
	}
	if earlier.Size < f.from {
		return errPruned
	}
	if earlier.Size > head.Size {
		return fmt.Errorf("the log has become shorter: %d", head.Size)
	}
	path, err := builder.ConsistencyProof(ctx, earlier.Size, head.Size)
	if err != nil {
		return err
	}
	err = proof.VerifyConsistency(rfc6962.DefaultHasher, earlier.Size, head.Size, path, earlier.Hash, head.Hash)
	if err != nil {
		return err
	}
	return f.rightEdge(ctx, earlier.Size)
}

// rightEdge reads the partial tiles of a size, under the names that they had then.
func (f *foreigner) rightEdge(ctx context.Context, size uint64) error {
	for level, row := uint64(0), size; row > 0; level, row = level+1, row/layout.TileWidth {
		width := uint8(row % layout.TileWidth)
		if width == 0 {
			continue
		}
		index := row / layout.TileWidth
		partial, err := f.fetcher.ReadTile(ctx, level, index, width)
		if err != nil {
			return err
		}
		if len(partial) != int(width)*rfc6962.DefaultHasher.Size() {
			return fmt.Errorf("%s has %d bytes", layout.TilePath(level, index, width), len(partial))
		}
		if full, err := f.fetcher.ReadTile(ctx, level, index, 0); err == nil && !bytes.HasPrefix(full, partial) {
			return fmt.Errorf("%s is not how the full tile begins", layout.TilePath(level, index, width))
		}
	}
	return nil
}

func leafHashes(raw []byte) ([][]byte, error) {
	var bundle api.EntryBundle
	if err := bundle.UnmarshalText(raw); err != nil {
		return nil, err
	}
	hashes := make([][]byte, 0, len(bundle.Entries))
	for _, entry := range bundle.Entries {
		hashes = append(hashes, rfc6962.DefaultHasher.HashLeaf(entry))
	}
	return hashes, nil
}
