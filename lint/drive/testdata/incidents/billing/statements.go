// Package billing renders invoices and chases payments.
package billing

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"log"
	"net/http"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"
)

// Invoice is one bill.
type Invoice struct {
	ID       string
	Customer string
	Cents    int64
	Lines    []string
}

// RenderStatements writes one line per invoice.
//
//label:bad sharedbuffer
func RenderStatements(invs []Invoice) string {
	var out bytes.Buffer
	var wg sync.WaitGroup
	for _, inv := range invs {
		wg.Go(func() {
			fmt.Fprintf(&out, "%s\t%s\t%d\n", inv.ID, inv.Customer, inv.Cents)
		})
	}
	wg.Wait()
	return out.String()
}

// RenderLedger is RenderStatements for the ledger.
//
//label:good
func RenderLedger(invs []Invoice) string {
	var (
		mu  sync.Mutex
		out bytes.Buffer
		wg  sync.WaitGroup
	)
	for _, inv := range invs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			line := inv.ID + "\t" + strconv.FormatInt(inv.Cents, 10) + "\n"
			mu.Lock()
			defer mu.Unlock()
			out.WriteString(line)
		}()
	}
	wg.Wait()
	return out.String()
}

// ArchiveDigest hashes all invoices of a month.
//
//label:bad sharedbuffer
func ArchiveDigest(invs []Invoice) (string, error) {
	h := sha256.New()
	var g errgroup.Group
	g.SetLimit(4)
	for _, inv := range invs {
		g.Go(func() error { return addToDigest(h, inv) })
	}
	if err := g.Wait(); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

func addToDigest(h hash.Hash, inv Invoice) error {
	raw, err := json.Marshal(inv)
	if err != nil {
		return err
	}
	_, err = h.Write(raw)
	return err
}

// MerkleDigest hashes each invoice on its own and combines the sums.
//
//label:good
func MerkleDigest(invs []Invoice) (string, error) {
	sums := make([][]byte, len(invs))
	var g errgroup.Group
	for i, inv := range invs {
		g.Go(func() error {
			h := sha256.New()
			_, err := h.Write([]byte(inv.ID))
			sums[i] = h.Sum(nil)
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return "", err
	}
	root := sha256.New()
	for _, s := range sums {
		root.Write(s)
	}
	return hex.EncodeToString(root.Sum(nil)), nil
}

// PaymentWebhook is called by the payment provider; it answers at once.
//
//label:bad unrecoveredgoroutine
func PaymentWebhook(w http.ResponseWriter, r *http.Request) {
	var ev map[string]any
	if err := json.NewDecoder(r.Body).Decode(&ev); err != nil {
		http.Error(w, "bad event", http.StatusBadRequest)
		return
	}
	go func() {
		obj := ev["object"].(map[string]any)
		amount := obj["amount"].(float64)
		log.Printf("payment %s: %.2f", obj["id"].(string), amount/100)
	}()
	w.WriteHeader(http.StatusAccepted)
}

type bailout struct{ msg string }

// ParseTerms parses "net 30; 2% 10"; the parser below it bails out by panicking.
//
//label:good
func ParseTerms(s string) (days []int, err error) {
	defer func() {
		r := recover()
		if r == nil {
			return
		}
		b, ok := r.(bailout)
		if !ok {
			panic(r)
		}
		err = errors.New(b.msg)
	}()
	for _, part := range strings.Split(s, ";") {
		days = append(days, termDays(part))
	}
	return days, nil
}

//label:good
func termDays(part string) int {
	f := strings.Fields(part)
	if len(f) != 2 {
		panic(bailout{"want two words in " + strconv.Quote(part)})
	}
	n, err := strconv.Atoi(f[1])
	if err != nil {
		panic(bailout{err.Error()})
	}
	return n
}

// FormatFooter renders the text below an invoice.
//
//label:bad recovermisuse
func FormatFooter(inv *Invoice, render func(*Invoice) string) (footer string) {
	defer func() {
		if recover() != nil {
			return
		}
	}()
	footer = strings.ToUpper(inv.Customer) + ": " + render(inv)
	return footer
}
