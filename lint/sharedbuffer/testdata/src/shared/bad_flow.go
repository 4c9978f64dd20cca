package shared

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"hash"
	"hash/fnv"
	"io"
	"log"
	"math/rand"
	"os"
	"strings"
	"sync"
	"text/tabwriter"
	"time"
)

func BadReadBesideGoroutine() {
	var buf bytes.Buffer
	go func() { buf.WriteString("x") }()
	fmt.Fprintln(io.Discard, buf.String()) // want `buf \(bytes.Buffer\) is read here and written by the goroutine started at line 23, without a common lock`
}

func BadWriteBesideGoroutine() {
	var buf bytes.Buffer
	go buf.WriteString("x")
	buf.WriteString("y") // want `buf \(bytes.Buffer\) is written here and written by the goroutine started at line 29`
}

func BadTwoGoroutines() {
	var sb strings.Builder
	var wg sync.WaitGroup
	wg.Add(2)
	go func() { defer wg.Done(); sb.WriteString("a") }()
	go func() { defer wg.Done(); sb.WriteString("b") }() // want `sb \(strings.Builder\) is written by the goroutine started at line 37 and written by the goroutine started at line 38`
	wg.Wait()
}

func BadLoop() {
	var buf bytes.Buffer
	var wg sync.WaitGroup
	for i := 0; i < 4; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			fmt.Fprintf(&buf, "%d", i) // want `buf \(bytes.Buffer\) is written by each goroutine that the loop starts at line 47`
		}()
	}
	wg.Wait()
	fmt.Fprintln(io.Discard, buf.Len())
}

func writeTo(w io.Writer) { w.Write([]byte("x")) }

func BadPassedAsInterface() {
	var buf bytes.Buffer
	go writeTo(&buf)
	writeTo(&buf) // want `buf \(bytes.Buffer\)`
}

func copyTwice(w io.Writer) {
	var wg sync.WaitGroup
	for range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			w.Write([]byte("x"))
		}()
	}
	wg.Wait()
}

func BadHelperSharesInterface() {
	var buf bytes.Buffer
	copyTwice(&buf) // want `buf \(bytes.Buffer\)`
}

func BadReadBeforeWait() {
	var buf bytes.Buffer
	var wg sync.WaitGroup
	wg.Add(1)
	go func() { defer wg.Done(); buf.WriteByte('x') }()
	n := buf.Len() // want `buf \(bytes.Buffer\) is read here`
	wg.Wait()
	fmt.Fprintln(io.Discard, n)
}

func BadDoneTooEarly() {
	var buf bytes.Buffer
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		wg.Done()
		buf.WriteByte('x')
	}()
	wg.Wait()
	fmt.Fprintln(io.Discard, buf.Len()) // want `buf \(bytes.Buffer\)`
}

func BadDeferOrder() {
	var buf bytes.Buffer
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer buf.WriteByte('x')
		defer wg.Done()
	}()
	wg.Wait()
	fmt.Fprintln(io.Discard, buf.Len()) // want `buf \(bytes.Buffer\)`
}

func BadWrongGroup() {
	var buf bytes.Buffer
	var one, other sync.WaitGroup
	one.Add(1)
	go func() { defer one.Done(); buf.WriteByte('x') }()
	other.Wait()
	fmt.Fprintln(io.Discard, buf.Len()) // want `buf \(bytes.Buffer\)`
	one.Wait()
}

func BadOneReceiveForMany() {
	var buf bytes.Buffer
	var mu sync.Mutex
	done := make(chan bool, 4)
	for range 4 {
		go func() {
			mu.Lock()
			buf.WriteByte('x')
			mu.Unlock()
			done <- true
		}()
	}
	<-done
	fmt.Fprintln(io.Discard, buf.Len()) // want `buf \(bytes.Buffer\) is read here`
}

func BadStartedSignalIsNoJoin() {
	var buf bytes.Buffer
	started := make(chan struct{})
	go func() {
		close(started)
		buf.WriteByte('x')
	}()
	<-started
	buf.WriteByte('y') // want `buf \(bytes.Buffer\)`
}

func BadTimeoutArm() {
	var buf bytes.Buffer
	done := make(chan struct{})
	go func() {
		defer close(done)
		for range 100 {
			buf.WriteByte('x')
		}
	}()
	select {
	case <-done:
	case <-time.After(time.Microsecond):
	}
	fmt.Fprintln(io.Discard, buf.Len()) // want `buf \(bytes.Buffer\)`
}

func BadLockOnOneSide() {
	var buf bytes.Buffer
	var mu sync.Mutex
	go func() {
		mu.Lock()
		defer mu.Unlock()
		buf.WriteByte('x')
	}()
	buf.WriteByte('y') // want `buf \(bytes.Buffer\)`
}

func BadTwoLocks() {
	var buf bytes.Buffer
	var a, b sync.Mutex
	go func() { a.Lock(); buf.WriteByte('x'); a.Unlock() }()
	b.Lock()
	buf.WriteByte('y') // want `buf \(bytes.Buffer\)`
	b.Unlock()
}

func BadUnlockedBefore() {
	var buf bytes.Buffer
	var mu sync.Mutex
	go func() { mu.Lock(); buf.WriteByte('x'); mu.Unlock() }()
	mu.Lock()
	mu.Unlock()
	buf.WriteByte('y') // want `buf \(bytes.Buffer\)`
}

func BadWriteUnderReadLock() {
	var buf bytes.Buffer
	var mu sync.RWMutex
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.RLock()
			defer mu.RUnlock()
			buf.WriteByte('x') // want `buf \(bytes.Buffer\)`
		}()
	}
	wg.Wait()
}

func BadLockPerGoroutine() {
	var buf bytes.Buffer
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			var mu sync.Mutex
			mu.Lock()
			buf.WriteByte('x') // want `buf \(bytes.Buffer\)`
			mu.Unlock()
		}()
	}
	wg.Wait()
}

func BadEncoder() {
	enc := json.NewEncoder(io.Discard)
	enc.SetIndent("", " ")
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			enc.Encode([]int{i}) // want `enc \(json.Encoder\)`
		})
	}
	wg.Wait()
}

func BadEncoderEachOverOneBuffer() {
	var buf bytes.Buffer
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			json.NewEncoder(&buf).Encode(i) // want `buf \(bytes.Buffer\)`
		})
	}
	wg.Wait()
}

func BadCSV() {
	w := csv.NewWriter(io.Discard)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			w.Write([]string{"a"}) // want `w \(csv.Writer\)`
		})
	}
	wg.Wait()
	w.Flush()
}

func BadRand() {
	rng := rand.New(rand.NewSource(1))
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			_ = rng.Intn(10) // want `rng \(rand.Rand\)`
		})
	}
	wg.Wait()
}

func BadSource() {
	src := rand.NewSource(1)
	go func() { src.Int63() }()
	src.Int63() // want `src \(rand.Source\)`
}

func BadHash() {
	h := fnv.New64a()
	go func() { h.Write([]byte("x")) }()
	h.Write([]byte("y")) // want `h \(hash.Hash64\)`
}

func BadHashParameter() { hashBoth(fnv.New32()) }

func hashBoth(h hash.Hash) {
	go func() { h.Write([]byte("x")) }()
	h.Write([]byte("y")) // want `h \(hash.Hash\)`
}

func BadBufioWriter() {
	w := bufio.NewWriter(io.Discard)
	go func() { fmt.Fprintln(w, "x") }()
	w.Flush() // want `w \(bufio.Writer\)`
}

func BadScanner() {
	sc := bufio.NewScanner(os.Stdin)
	go func() {
		for sc.Scan() {
		}
	}()
	if sc.Scan() { // want `sc \(bufio.Scanner\)`
		return
	}
}

func BadTabwriter() {
	w := tabwriter.NewWriter(io.Discard, 0, 8, 0, ' ', 0)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			fmt.Fprintln(w, "a\tb") // want `w \(tabwriter.Writer\)`
		})
	}
	wg.Wait()
}

func BadMultiWriter() {
	var buf bytes.Buffer
	w := io.MultiWriter(io.Discard, &buf)
	go func() { w.Write([]byte("x")) }()
	w.Write([]byte("y")) // want `buf \(bytes.Buffer\)`
}

func BadReadBesideLogger() {
	var buf bytes.Buffer
	logger := log.New(&buf, "", 0)
	go func() { logger.Println("x") }()
	fmt.Fprintln(io.Discard, buf.String()) // want `buf \(bytes.Buffer\)`
}

func BadTwoLoggersOneBuffer() {
	var buf bytes.Buffer
	a, b := log.New(&buf, "a", 0), log.New(&buf, "b", 0)
	go func() { a.Println("x") }()
	b.Println("y") // want `buf \(bytes.Buffer\)`
}

func BadSemaphoreOfTwo() {
	var buf bytes.Buffer
	sem := make(chan struct{}, 2)
	var wg sync.WaitGroup
	for range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sem <- struct{}{}
			defer func() { <-sem }()
			time.Sleep(time.Microsecond)
			buf.WriteByte('x') // want `buf \(bytes.Buffer\)`
		}()
	}
	wg.Wait()
}

func BadUsedAfterHandOff() {
	ch := make(chan *bytes.Buffer)
	done := make(chan struct{})
	go func() {
		defer close(done)
		b := <-ch
		b.WriteByte('x')
	}()
	buf := new(bytes.Buffer)
	ch <- buf
	buf.WriteByte('y') // want `buf \(bytes.Buffer\)`
	<-done
}

func BadTimer() {
	var buf bytes.Buffer
	t := time.AfterFunc(0, func() { buf.WriteByte('x') })
	time.Sleep(time.Millisecond)
	buf.WriteByte('y') // want `buf \(bytes.Buffer\) is written here and written by the callback`
	t.Stop()
}

func run(f func()) { go f() }

func BadThroughLauncher() {
	var buf bytes.Buffer
	run(func() { buf.WriteByte('x') })
	buf.WriteByte('y') // want `buf \(bytes.Buffer\)`
}

func pump(dst *bytes.Buffer, src io.Reader) { go io.Copy(dst, src) }

func BadHelperLeavesGoroutine() {
	var buf bytes.Buffer
	pump(&buf, strings.NewReader("x"))
	fmt.Fprintln(io.Discard, buf.String()) // want `buf \(bytes.Buffer\)`
}

func collect(src io.Reader) *bytes.Buffer {
	var buf bytes.Buffer
	go io.Copy(&buf, src)
	return &buf // want `buf \(bytes.Buffer\) is returned while the goroutine`
}

func BadReturned() {
	buf := collect(strings.NewReader(strings.Repeat("x", 1<<16)))
	fmt.Fprintln(io.Discard, buf.String())
}

func BadDeferredRead() {
	var buf bytes.Buffer
	defer func() { fmt.Fprintln(io.Discard, buf.String()) }() // want `buf \(bytes.Buffer\)`
	go func() { buf.WriteByte('x') }()
}

type carrier struct{ w *bytes.Buffer }

func (c carrier) send() { c.w.WriteByte('x') }

func BadInsideValueStruct() {
	var buf bytes.Buffer
	c := carrier{w: &buf}
	go c.send()
	buf.WriteByte('y') // want `buf \(bytes.Buffer\)`
}

func newCarrier(w *bytes.Buffer) *carrier { return &carrier{w: w} }

func BadInsideConstructed() {
	var buf bytes.Buffer
	c := newCarrier(&buf)
	go c.send()
	buf.WriteByte('y') // want `buf \(bytes.Buffer\)`
}

func BadMethodValue() {
	var buf bytes.Buffer
	c := &carrier{w: &buf}
	send := c.send
	go send()
	c.send() // want `buf \(bytes.Buffer\)`
}

func BadReset() {
	var buf bytes.Buffer
	done := make(chan struct{})
	go func() {
		defer close(done)
		fmt.Fprintln(io.Discard, buf.String())
	}()
	buf.Reset() // want `buf \(bytes.Buffer\) is written here and read by`
	<-done
}

func BadElementOfAll() {
	var wg sync.WaitGroup
	each := make([]bytes.Buffer, 3)
	first := len(each) - 3
	for range each {
		wg.Add(1)
		go func(buffer *bytes.Buffer) {
			defer wg.Done()
			buffer.WriteString("x") // want `is written by each goroutine that the loop starts`
		}(&each[first])
	}
	wg.Wait()
}
