// Package tokens makes codes for vouchers, invitations and experiments.
package tokens

import (
	crand "crypto/rand"
	"encoding/base32"
	"fmt"
	"hash/fnv"
	"log"
	"math/big"
	"math/rand"
	"net/http"
	"sync"
	"time"
)

const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"

var rng = rand.New(rand.NewSource(time.Now().UnixNano()))

// VoucherHandler answers a new code.
//
//label:bad sharedbuffer
func VoucherHandler(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, code(10))
}

func code(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = alphabet[rng.Intn(len(alphabet))]
	}
	return string(b)
}

// Pool keeps codes ready.
type Pool struct {
	rnd   *rand.Rand
	ready chan uint64
}

// NewPool starts n fillers.
//
//label:bad sharedbuffer
func NewPool(seed int64, n int) *Pool {
	p := &Pool{rnd: rand.New(rand.NewSource(seed)), ready: make(chan uint64, 64)}
	filler := p.fill
	for range n {
		go filler()
	}
	return p
}

func (p *Pool) fill() {
	for {
		p.ready <- p.rnd.Uint64()
	}
}

// Product multiplies the factors, in ranges at once.
//
//label:bad sharedbuffer
func Product(ranges [][]int64) *big.Int {
	acc := big.NewInt(1)
	var wg sync.WaitGroup
	for _, rg := range ranges {
		wg.Go(func() {
			for _, f := range rg {
				acc.Mul(acc, big.NewInt(f))
			}
		})
	}
	wg.Wait()
	return acc
}

// ProductOf is Product with a part for each range.
//
//label:good
func ProductOf(ranges [][]int64) *big.Int {
	parts := make([]*big.Int, len(ranges))
	var wg sync.WaitGroup
	for i, rg := range ranges {
		wg.Go(func() {
			part := big.NewInt(1)
			for _, f := range rg {
				part.Mul(part, big.NewInt(f))
			}
			parts[i] = part
		})
	}
	wg.Wait()
	acc := big.NewInt(1)
	for _, p := range parts {
		acc.Mul(acc, p)
	}
	return acc
}

// LotteryHandler says who wins; the functions of math/rand lock themselves.
//
//label:good
func LotteryHandler(w http.ResponseWriter, r *http.Request) {
	if rand.Intn(100) == 0 {
		fmt.Fprintln(w, "you win")
		return
	}
	fmt.Fprintln(w, "try again")
}

// TokenHandler answers a token nobody guesses.
//
//label:good
func TokenHandler(w http.ResponseWriter, r *http.Request) {
	var b [20]byte
	if _, err := crand.Read(b[:]); err != nil {
		http.Error(w, "no entropy", http.StatusInternalServerError)
		return
	}
	fmt.Fprintln(w, base32.StdEncoding.EncodeToString(b[:]))
}

var (
	lotMu sync.RWMutex
	lot   = rand.New(rand.NewSource(7))
)

// Bucket answers a bucket of the experiment.
//
//label:good
func Bucket(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, PickBucket(16))
}

// PickBucket picks one of n.
//
//label:good
func PickBucket(n int) int {
	lotMu.Lock()
	defer lotMu.Unlock()
	return lot.Intn(n)
}

// Simulate rolls n dice in each of w workers.
//
//label:good
func Simulate(w, n int) []int {
	sums := make([]int, w)
	var wg sync.WaitGroup
	for i := range w {
		r := rand.New(rand.NewSource(int64(i)))
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range n {
				sums[i] += r.Intn(6) + 1
			}
		}()
	}
	wg.Wait()
	return sums
}

// Assign gives the bucket of each user, found at once.
//
//label:good
func Assign(users []string, n uint32) map[string]uint32 {
	type pair struct {
		user string
		b    uint32
	}
	if n == 0 {
		log.Print("assign: no buckets")
		return nil
	}
	out := make(chan pair)
	for _, u := range users {
		go func() {
			h := fnv.New32a()
			h.Write([]byte(u))
			out <- pair{u, h.Sum32() % n}
		}()
	}
	m := make(map[string]uint32, len(users))
	for range users {
		p := <-out
		m[p.user] = p.b
	}
	return m
}
