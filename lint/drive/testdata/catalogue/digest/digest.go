// Package digest hashes, samples and compresses.
package digest

import (
	"compress/gzip"
	"compress/zlib"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"math/rand"
	"net"
	"net/http"
	"sync"
	"time"
)

// TreeSum returns the checksum over all readers.
//
//label:bad sharedbuffer
func TreeSum(readers []io.Reader) string {
	h := sha256.New()
	var wg sync.WaitGroup
	for _, r := range readers {
		wg.Add(1)
		go func(r io.Reader) {
			defer wg.Done()
			if _, err := io.Copy(h, r); err != nil {
				fmt.Println("copy:", err)
			}
		}(r)
	}
	wg.Wait()
	return hex.EncodeToString(h.Sum(nil))
}

// Jitter gives delays for retries.
type Jitter struct {
	base time.Duration
	rng  *rand.Rand
}

// Next returns the next delay.
func (j *Jitter) Next() time.Duration {
	return j.base + time.Duration(j.rng.Int63n(int64(time.Millisecond)))
}

// RetryAll dials every address until it answers, at most ten times.
//
//label:bad sharedbuffer
func (j *Jitter) RetryAll(addrs []string) {
	var wg sync.WaitGroup
	for _, addr := range addrs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 10 {
				if c, err := net.Dial("tcp", addr); err == nil {
					c.Close()
					return
				}
				time.Sleep(j.Next())
			}
		}()
	}
	wg.Wait()
}

var samples = rand.New(rand.NewSource(time.Now().UnixNano()))

// ServeSample answers with a random number.
//
//label:bad sharedbuffer
func ServeSample(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintf(w, "%d\n", samples.Intn(1000))
}

// SeedShards fills every shard with numbers from one source.
//
//label:bad sharedbuffer
func SeedShards(shards [][]int64, seed int64) {
	src := rand.NewSource(seed)
	var wg sync.WaitGroup
	for _, shard := range shards {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range shard {
				shard[i] = src.Int63()
			}
		}()
	}
	wg.Wait()
}

// ArchiveLines compresses what all producers send.
//
//label:bad sharedbuffer
func ArchiveLines(w io.Writer, producers []<-chan string) error {
	zw := gzip.NewWriter(w)
	var wg sync.WaitGroup
	for _, lines := range producers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for line := range lines {
				io.WriteString(zw, line)
			}
		}()
	}
	wg.Wait()
	return zw.Close()
}

// Stream compresses records and flushes them now and then.
type Stream struct {
	zw   *zlib.Writer
	quit chan struct{}
}

// OpenStream returns a stream to w.
func OpenStream(w io.Writer, every time.Duration) *Stream {
	s := &Stream{zw: zlib.NewWriter(w), quit: make(chan struct{})}
	go s.flushEvery(every)
	return s
}

func (s *Stream) flushEvery(d time.Duration) {
	t := time.NewTicker(d)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			s.zw.Flush()
		case <-s.quit:
			return
		}
	}
}

// Append writes one record.
//
//label:bad sharedbuffer
func (s *Stream) Append(record []byte) error {
	_, err := s.zw.Write(record)
	return err
}

// EachSum returns the checksum of every reader.
//
//label:good
func EachSum(readers []io.Reader) []string {
	sums := make([]string, len(readers))
	var wg sync.WaitGroup
	for i, r := range readers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			h := sha256.New()
			if _, err := io.Copy(h, r); err == nil {
				sums[i] = hex.EncodeToString(h.Sum(nil))
			}
		}()
	}
	wg.Wait()
	return sums
}

// ServeDice answers with the result of one throw.
//
//label:good
func ServeDice(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintf(w, "%d\n", 1+rand.Intn(6))
}

// LockedRand may be used by several goroutines.
type LockedRand struct {
	mu  sync.Mutex
	rng *rand.Rand
}

// Float returns a number in [0, 1).
//
//label:good
func (l *LockedRand) Float() float64 {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.rng.Float64()
}

// SpreadStarts starts n tasks at random times.
//
//label:good
func (l *LockedRand) SpreadStarts(n int, started chan<- float64) {
	for range n {
		go func() {
			started <- l.Float()
		}()
	}
}

// Simulate draws n numbers on each of k goroutines.
//
//label:good
func Simulate(k, n int, seed int64) []float64 {
	means := make([]float64, k)
	var wg sync.WaitGroup
	for i := range k {
		rng := rand.New(rand.NewSource(seed + int64(i)))
		wg.Add(1)
		go func() {
			defer wg.Done()
			sum := 0.0
			for range n {
				sum += rng.Float64()
			}
			means[i] = sum / float64(n)
		}()
	}
	wg.Wait()
	return means
}

var hashes = sync.Pool{New: func() any { return sha256.New() }}

// ServeETag answers with the checksum of the request's body.
//
//label:good
func ServeETag(w http.ResponseWriter, r *http.Request) {
	h := hashes.Get().(hash.Hash)
	defer hashes.Put(h)
	h.Reset()
	if _, err := io.Copy(h, r.Body); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	w.Header().Set("ETag", hex.EncodeToString(h.Sum(nil)))
}

// ArchiveQueue compresses lines in the background; the result comes on the channel.
//
//label:good
func ArchiveQueue(w io.Writer, lines <-chan string) <-chan error {
	done := make(chan error, 1)
	go func() {
		zw := gzip.NewWriter(w)
		for line := range lines {
			io.WriteString(zw, line)
		}
		done <- zw.Close()
	}()
	return done
}

// SafeStream compresses records and flushes them now and then.
type SafeStream struct {
	mu sync.Mutex
	zw *zlib.Writer
}

//label:good
func (s *SafeStream) flushOften(d time.Duration, quit <-chan struct{}) {
	go func() {
		for {
			select {
			case <-time.After(d):
				s.mu.Lock()
				s.zw.Flush()
				s.mu.Unlock()
			case <-quit:
				return
			}
		}
	}()
}

// Put writes one record.
//
//label:good
func (s *SafeStream) Put(record []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, err := s.zw.Write(record)
	return err
}

// Checksums returns a checksum for each block.
//
//label:good
func Checksums(blocks [][]byte) []uint32 {
	sums := make([]uint32, len(blocks))
	var wg sync.WaitGroup
	for i, b := range blocks {
		wg.Go(func() { sums[i] = crc32.ChecksumIEEE(b) })
	}
	wg.Wait()
	return sums
}
