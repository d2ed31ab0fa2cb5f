// Command tessera measures a log of Tessera's on POSIX files in this process: how many 300-byte entries a second get
// their index, from callers who add on and on, and from 64, each of whom waits for his index.
package main

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"github.com/transparency-dev/tessera"
	"github.com/transparency-dev/tessera/storage/posix"
	"golang.org/x/mod/sumdb/note"
)

const (
	origin    = "peer.example/log"
	entrySize = 300
	many      = 256
	few       = 64
	// Tessera pushes back at 4,096 entries without an index.
	ahead   = 12
	warmUp  = 2 * time.Second
	stretch = 8 * time.Second
)

type figures struct {
	ManyCallers      int     `json:"manyCallers"`
	ManyPerSecond    float64 `json:"manyCallersPerSecond"`
	WaitingCallers   int     `json:"waitingCallers"`
	WaitingPerSecond float64 `json:"waitingCallersPerSecond"`
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: tessera DIRECTORY")
		os.Exit(2)
	}
	found, err := measure(os.Args[1])
	if err == nil {
		err = json.NewEncoder(os.Stdout).Encode(found)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func measure(directory string) (figures, error) {
	found := figures{ManyCallers: many, WaitingCallers: few}
	var err error
	if found.ManyPerSecond, err = callers(filepath.Join(directory, "many"), many, ahead); err != nil {
		return found, err
	}
	found.WaitingPerSecond, err = callers(filepath.Join(directory, "few"), few, 1)
	return found, err
}

// callers adds entries to a new log. Each caller has some without an index on their way; with one, he waits for it.
// Returns indexes a second.
func callers(directory string, count, onTheWay int) (float64, error) {
	ctx := context.Background()
	appender, shutdown, err := newLog(ctx, directory)
	if err != nil {
		return 0, err
	}
	defer func() { _ = shutdown(ctx) }()
	var added atomic.Int64
	var enough atomic.Bool
	failures := make(chan error, count)
	for range count {
		go func() { failures <- call(ctx, appender, onTheWay, &added, &enough) }()
	}
	time.Sleep(warmUp)
	before, start := added.Load(), time.Now()
	time.Sleep(stretch)
	after, seconds := added.Load(), time.Since(start).Seconds()
	enough.Store(true)
	for range count {
		if failure := <-failures; failure != nil {
			err = failure
		}
	}
	return float64(after-before) / seconds, err
}

func call(ctx context.Context, appender *tessera.Appender, onTheWay int, added *atomic.Int64, enough *atomic.Bool) error {
	waiting := make([]tessera.IndexFuture, 0, onTheWay)
	for !enough.Load() {
		data := make([]byte, entrySize)
		if _, err := rand.Read(data); err != nil {
			return err
		}
		waiting = append(waiting, appender.Add(ctx, tessera.NewEntry(data)))
		if len(waiting) == onTheWay {
			if _, err := waiting[0](); err != nil {
				return err
			}
			added.Add(1)
			waiting = append(waiting[:0], waiting[1:]...)
		}
	}
	for _, index := range waiting {
		if _, err := index(); err != nil {
			return err
		}
	}
	return nil
}

func newLog(ctx context.Context, directory string) (*tessera.Appender, func(context.Context) error, error) {
	secret, _, err := note.GenerateKey(rand.Reader, origin)
	if err != nil {
		return nil, nil, err
	}
	signer, err := note.NewSigner(secret)
	if err != nil {
		return nil, nil, err
	}
	driver, err := posix.New(ctx, posix.Config{Path: directory})
	if err != nil {
		return nil, nil, err
	}
	options := tessera.NewAppendOptions().WithCheckpointSigner(signer).WithCheckpointInterval(time.Second)
	appender, shutdown, _, err := tessera.NewAppender(ctx, driver, options)
	return appender, shutdown, err
}
