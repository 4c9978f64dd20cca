// Package filepipe takes files that customers upload, checks and packs them.
package filepipe

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"log"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"example.com/frameworks/internal/safego"
)

type Parser interface {
	Parse(name string, r io.Reader) (Record, error)
}

type Record struct {
	Name   string
	Fields map[string]string
	Lines  []string
}

type Server struct {
	parsers map[string]Parser
	done    func(Record)
	queue   chan string
}

// NewServer makes a server that reports each record to done.
func NewServer(done func(Record)) *Server {
	return &Server{parsers: map[string]Parser{}, done: done, queue: make(chan string, 128)}
}

// ChecksumChunks is the checksum of all chunks.
//
//label:bad sharedbuffer
func ChecksumChunks(chunks [][]byte) string {
	h := sha256.New()
	var wg sync.WaitGroup
	for _, c := range chunks {
		wg.Add(1)
		go func(part []byte) {
			defer wg.Done()
			h.Write(part)
		}(c)
	}
	wg.Wait()
	return hex.EncodeToString(h.Sum(nil))
}

// Archive packs what the workers hand over.
type Archive struct {
	gz    *gzip.Writer
	in    chan []byte
	wg    sync.WaitGroup
	count int
}

// NewArchive starts n packers onto w.
//
//label:bad sharedbuffer
func NewArchive(w io.Writer, n int) *Archive {
	a := &Archive{gz: gzip.NewWriter(w), in: make(chan []byte, n)}
	for range n {
		a.wg.Add(1)
		go a.pack()
	}
	return a
}

func (a *Archive) pack() {
	defer a.wg.Done()
	for b := range a.in {
		if _, err := a.gz.Write(b); err != nil {
			log.Print(err)
		}
	}
}

// CloseArchive waits for the packers and closes the stream.
func (a *Archive) CloseArchive() error {
	close(a.in)
	a.wg.Wait()
	return a.gz.Close()
}

// MergeFiles writes the lines of all files into out, as they come.
//
//label:bad sharedbuffer
func MergeFiles(ctx context.Context, out io.Writer, paths []string) error {
	bw := bufio.NewWriter(out)
	g, _ := errgroup.WithContext(ctx)
	for _, p := range paths {
		g.Go(func() error { return appendFile(bw, p) })
	}
	if err := g.Wait(); err != nil {
		return err
	}
	return bw.Flush()
}

func appendFile(bw *bufio.Writer, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		if _, err := fmt.Fprintf(bw, "%s: %s\n", filepath.Base(path), sc.Text()); err != nil {
			return err
		}
	}
	return sc.Err()
}

// Accept takes an upload and parses it in the background.
//
//label:bad unrecoveredgoroutine
func (s *Server) Accept(name string, data []byte) error {
	if len(data) == 0 {
		return errors.New("empty upload")
	}
	go s.parseUpload(name, data)
	return nil
}

func (s *Server) parseUpload(name string, data []byte) {
	ext := name[strings.LastIndexByte(name, '.')+1:]
	rec, err := s.parsers[ext].Parse(name, bytes.NewReader(data))
	if err != nil {
		log.Printf("%s: %v", name, err)
		return
	}
	rec.Fields["head"] = rec.Lines[0]
	s.done(rec)
}

// StartQueue starts the worker of the queue.
//
//label:bad workerloop
func (s *Server) StartQueue() {
	go func() {
		defer func() {
			if r := recover(); r != nil {
				log.Printf("queue worker: %v", r)
			}
		}()
		for path := range s.queue {
			f, err := os.Open(path)
			if err != nil {
				log.Print(err)
				continue
			}
			rec, err := s.parsers[filepath.Ext(path)].Parse(path, f)
			f.Close()
			if err == nil {
				s.done(rec)
			}
		}
	}()
}

// ChecksumTree hashes the chunks in parallel and their sums in order.
//
//label:good
func ChecksumTree(chunks [][]byte) []byte {
	sums := make([][sha256.Size]byte, len(chunks))
	var wg sync.WaitGroup
	for i, c := range chunks {
		wg.Go(func() {
			h := sha256.New()
			h.Write(c)
			h.Sum(sums[i][:0])
		})
	}
	wg.Wait()
	top := sha256.New()
	for i := range sums {
		top.Write(sums[i][:])
	}
	return top.Sum(nil)
}

type lockedHash struct {
	mu sync.Mutex
	h  hash.Hash32
}

//label:good
func (l *lockedHash) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.h.Write(p)
}

// CrcOfReaders sums all readers; each ends in a newline of its own.
//
//label:good
func CrcOfReaders(rs ...io.Reader) uint32 {
	l := &lockedHash{h: crc32.NewIEEE()}
	var wg sync.WaitGroup
	for _, r := range rs {
		wg.Go(func() { io.Copy(l, r) })
	}
	wg.Wait()
	return l.h.Sum32()
}

// Collect writes what the producers send; only one goroutine writes.
//
//label:good
func Collect(out io.Writer, producers ...func(chan<- string)) error {
	lines := make(chan string)
	errc := make(chan error, 1)
	go func() {
		bw := bufio.NewWriter(out)
		for l := range lines {
			bw.WriteString(l)
			bw.WriteByte('\n')
		}
		errc <- bw.Flush()
	}()
	for _, p := range producers {
		p(lines)
	}
	close(lines)
	return <-errc
}

// StartRobustQueue is StartQueue for files nobody looked at.
//
//label:good
func (s *Server) StartRobustQueue() {
	go func() {
		for path := range s.queue {
			if err := s.parseFile(path); err != nil {
				log.Printf("%s: %v", path, err)
			}
		}
	}()
}

//label:good
func (s *Server) parseFile(path string) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("parser: %v", r)
		}
	}()
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	rec, err := s.parsers[filepath.Ext(path)].Parse(path, f)
	if err != nil {
		return err
	}
	s.done(rec)
	return nil
}

// PackAsync starts to pack while the caller reads the rest.
//
//label:good
func PackAsync(head []byte, rest io.Reader) ([]byte, error) {
	var buf bytes.Buffer
	gz := gzip.NewWriter(&buf)
	ready := make(chan error)
	go func() {
		_, err := gz.Write(head)
		ready <- err
	}()
	tail, err := io.ReadAll(rest)
	if werr := <-ready; err != nil || werr != nil {
		return nil, errors.Join(err, werr)
	}
	if _, err := gz.Write(tail); err != nil {
		return nil, err
	}
	if err := gz.Close(); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}

// AcceptLater is Accept for uploads of partners.
//
//label:good
func (s *Server) AcceptLater(name string, r io.Reader) {
	safego.Go("upload "+name, func() {
		rec, err := s.parsers[filepath.Ext(name)[1:]].Parse(name, r)
		if err == nil {
			s.done(rec)
		}
	})
}
