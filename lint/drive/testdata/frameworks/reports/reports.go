// Package reports writes the monthly figures of the regions.
package reports

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"io"
	"net/http"
	"sort"
	"strconv"
	"strings"
	"sync"
	"text/tabwriter"

	"github.com/go-chi/chi/v5"
	"golang.org/x/sync/errgroup"
)

type Row struct {
	Region string `xml:"region,attr"`
	SKU    string `xml:"sku"`
	Units  int    `xml:"units"`
	Cents  int64  `xml:"cents"`
}

type Source interface {
	Rows(ctx context.Context, region string) ([]Row, error)
}

// Static is a source of fixed rows.
type Static map[string][]Row

// Rows answers the rows of the region.
func (s Static) Rows(ctx context.Context, region string) ([]Row, error) { return s[region], nil }

// WriteCSV writes the rows of all regions, which are fetched at once.
//
//label:bad sharedbuffer
func WriteCSV(ctx context.Context, w io.Writer, src Source, regions []string) error {
	cw := csv.NewWriter(w)
	if err := cw.Write([]string{"region", "sku", "units"}); err != nil {
		return err
	}
	g, ctx := errgroup.WithContext(ctx)
	for _, region := range regions {
		g.Go(func() error {
			rows, err := src.Rows(ctx, region)
			if err != nil {
				return err
			}
			for _, r := range rows {
				if err := cw.Write([]string{r.Region, r.SKU, strconv.Itoa(r.Units)}); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return err
	}
	cw.Flush()
	return cw.Error()
}

// Table prints to a terminal or a mail.
type Table struct {
	tw *tabwriter.Writer
	wg sync.WaitGroup
}

// PrintAll prints the rows of all regions.
//
//label:bad sharedbuffer
func (t *Table) PrintAll(w io.Writer, byRegion map[string][]Row) {
	t.tw = tabwriter.NewWriter(w, 0, 8, 1, ' ', 0)
	fmt.Fprintln(t.tw, "REGION\tSKU\tUNITS")
	for region, rows := range byRegion {
		t.wg.Add(1)
		go t.addRegion(region, rows)
	}
	t.wg.Wait()
	t.tw.Flush()
}

func (t *Table) addRegion(region string, rows []Row) {
	defer t.wg.Done()
	for _, r := range rows {
		fmt.Fprintf(t.tw, "%s\t%s\t%d\n", region, r.SKU, r.Units)
	}
}

// Summary is a line for each region.
//
//label:bad sharedbuffer
func Summary(byRegion map[string][]Row) string {
	var sb strings.Builder
	var mu sync.Mutex
	var wg sync.WaitGroup
	for region, rows := range byRegion {
		wg.Go(func() {
			sum := 0
			for _, r := range rows {
				sum += r.Units
			}
			mu.Lock()
			defer mu.Unlock()
			fmt.Fprintf(&sb, "%s: %d units\n", region, sum)
		})
	}
	out := sb.String()
	wg.Wait()
	return out
}

// Feed is the XML feed of the partners.
type Feed struct {
	mu  sync.Mutex
	enc *xml.Encoder
	n   int
}

// NewFeed makes a feed onto w.
func NewFeed(w io.Writer) *Feed { return &Feed{enc: xml.NewEncoder(w)} }

// Live writes the rows as they come.
func (f *Feed) Live(rows <-chan Row) {
	go func() {
		for r := range rows {
			f.mu.Lock()
			_ = f.enc.Encode(r)
			f.n++
			f.mu.Unlock()
		}
	}()
}

// Backfill writes old rows while Live runs.
//
//label:bad sharedbuffer
func (f *Feed) Backfill(old []Row) error {
	for _, r := range old {
		if err := f.enc.Encode(r); err != nil {
			return err
		}
	}
	return nil
}

// WriteSorted fetches at once and writes in order.
//
//label:good
func WriteSorted(ctx context.Context, w io.Writer, src Source, regions []string) error {
	parts := make([][]Row, len(regions))
	errs := make([]error, len(regions))
	var wg sync.WaitGroup
	for i, region := range regions {
		wg.Go(func() {
			defer func() {
				if r := recover(); r != nil {
					errs[i] = fmt.Errorf("region %s: %v", region, r)
				}
			}()
			parts[i], errs[i] = src.Rows(ctx, region)
		})
	}
	wg.Wait()
	cw := csv.NewWriter(w)
	for i, rows := range parts {
		if errs[i] != nil {
			return errs[i]
		}
		sort.Slice(rows, func(a, b int) bool { return rows[a].SKU < rows[b].SKU })
		for _, r := range rows {
			if err := cw.Write([]string{r.Region, r.SKU}); err != nil {
				return err
			}
		}
	}
	cw.Flush()
	return cw.Error()
}

// Totals is Summary in cents.
//
//label:good
func Totals(byRegion map[string][]Row) string {
	var (
		mu sync.Mutex
		sb strings.Builder
		wg sync.WaitGroup
	)
	for region, rows := range byRegion {
		wg.Add(1)
		go func() {
			defer wg.Done()
			var sum int64
			for _, r := range rows {
				sum += r.Cents
			}
			mu.Lock()
			sb.WriteString(region + " " + strconv.FormatInt(sum, 10) + "\n")
			mu.Unlock()
		}()
	}
	wg.Wait()
	return sb.String()
}

// Download writes the rows of one region to the client.
//
//label:good
func Download(src Source) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		rows, err := src.Rows(r.Context(), chi.URLParam(r, "region"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		var buf bytes.Buffer
		cw := csv.NewWriter(&buf)
		for _, row := range rows {
			cw.Write([]string{row.SKU, strconv.Itoa(row.Units)})
		}
		cw.Flush()
		w.Write(buf.Bytes())
	}
}

var (
	headerOnce sync.Once
	headerBuf  bytes.Buffer
)

// Header is the head of the table; it is made at the first use.
//
//label:good
func Header(w http.ResponseWriter, r *http.Request) {
	headerOnce.Do(func() {
		tw := tabwriter.NewWriter(&headerBuf, 0, 8, 2, ' ', 0)
		fmt.Fprintln(tw, "REGION\tSKU\tUNITS\tCENTS")
		tw.Flush()
	})
	w.Write(headerBuf.Bytes())
}
