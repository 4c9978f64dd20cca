package shared

import (
	"bufio"
	"bytes"
	"io"
	"strings"
	"sync"
)

func batches(rows <-chan string, upload func(io.Reader)) {
	full := make(chan *bytes.Buffer)
	go func() {
		for b := range full {
			upload(b)
		}
	}()
	batch := new(bytes.Buffer)
	for row := range rows {
		batch.WriteString(row) // ok: after the hand-over it is another one
		if batch.Len() > 1000 {
			full <- batch
			batch = new(bytes.Buffer)
		}
	}
	full <- batch
}

func batchKept(rows <-chan string, upload func(io.Reader)) {
	full := make(chan *bytes.Buffer)
	go func() {
		for b := range full {
			upload(b)
		}
	}()
	batch := new(bytes.Buffer)
	for row := range rows {
		batch.WriteString(row) // want `batch \(bytes\.Buffer\) is written here and written by the goroutine started at line \d+`
		if batch.Len() > 1000 {
			full <- batch
			if row != "" {
				batch = new(bytes.Buffer)
			}
		}
	}
}

// Wire sends by itself too.
type Wire struct{ out *bufio.Writer }

func NewWire(w io.Writer, in <-chan string) *Wire {
	x := &Wire{out: bufio.NewWriter(w)}
	go x.answer(in)
	return x
}

func (x *Wire) answer(in <-chan string) {
	for range in {
		x.Send("pong")
	}
}

func (x *Wire) Send(line string) {
	x.out.WriteString(line) // want `Wire\.out \(bufio\.Writer\) is written in \(\*Wire\)\.Send and written by the goroutine`
	x.out.Flush()
}

func lockOfEachTurn(names []string) string {
	var all strings.Builder
	var group sync.WaitGroup
	for _, name := range names {
		var mu sync.Mutex
		group.Add(1)
		go func() {
			defer group.Done()
			mu.Lock()
			defer mu.Unlock()
			all.WriteString(name) // want `all \(strings\.Builder\) is written by each goroutine that the loop starts at line \d+, without a common lock`
		}()
	}
	group.Wait()
	return all.String()
}

func retried(retry func(func() error) error, fill func(*bytes.Buffer) error, save func([]byte) error) error {
	var buf bytes.Buffer
	if err := fill(&buf); err != nil {
		return err
	}
	return retry(func() error { return save(buf.Bytes()) }) // ok: it does something again, and waits for nothing to be written
}

func polledEachTurn(polls <-chan []byte, handle func(io.Reader)) {
	for data := range polls {
		in := io.Reader(nil)
		if data != nil {
			in = bytes.NewReader(data)
		}
		go func() {
			if in != nil {
				_, _ = io.Copy(io.Discard, in) // ok: each turn has its own, or none
			}
		}()
	}
}

func madeOnce(polls <-chan []byte) {
	var all *bytes.Buffer
	for data := range polls {
		if all == nil {
			all = new(bytes.Buffer)
		}
		go add(all, data) // want `all \(bytes\.Buffer\) is written by each goroutine that the loop starts at line \d+`
	}
}

func add(out *bytes.Buffer, data []byte) {
	out.Write(data)
}
