// Package importer takes the price lists of suppliers.
package importer

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"strconv"
	"sync"

	"example.com/platform/safe"
)

// Row is one line of a list.
type Row struct {
	SKU   string
	Price int64
}

// Mapper turns the fields of a supplier's file into a Row.
type Mapper func(fields []string) (Row, error)

// DB stores rows.
type DB interface {
	Save(ctx context.Context, r Row) error
	Mark(ctx context.Context, job, state string) error
}

type job struct {
	id     string
	body   []byte
	mapper Mapper
}

// Importer imports lists.
type Importer struct {
	db    DB
	queue chan job
	log   *slog.Logger
}

// New makes an Importer.
func New(db DB) *Importer {
	return &Importer{db: db, queue: make(chan job, 16), log: slog.Default()}
}

// Upload stores the rows of an uploaded list.
//
//label:bad unrecoveredgoroutine
func (im *Importer) Upload(w http.ResponseWriter, r *http.Request) {
	recs := csv.NewReader(r.Body)
	recs.FieldsPerRecord = -1
	rows := make(chan []string)
	var wg sync.WaitGroup
	for n := 0; n < 4; n++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for rec := range rows {
				price, err := strconv.ParseInt(rec[3], 10, 64)
				if err != nil {
					continue
				}
				im.db.Save(r.Context(), Row{SKU: rec[0], Price: price})
			}
		}()
	}
	for {
		rec, err := recs.Read()
		if err != nil {
			if !errors.Is(err, io.EOF) {
				im.log.Warn("upload", "err", err)
			}
			break
		}
		rows <- rec
	}
	close(rows)
	wg.Wait()
	w.WriteHeader(http.StatusNoContent)
}

// UploadJSON stores the rows of an uploaded document.
//
//label:good
func (im *Importer) UploadJSON(w http.ResponseWriter, r *http.Request) {
	var recs [][]string
	if err := json.NewDecoder(r.Body).Decode(&recs); err != nil {
		http.Error(w, "not a list of lists", http.StatusBadRequest)
		return
	}
	var g safe.Group
	for _, rec := range recs {
		g.Run("row", func() error {
			price, err := strconv.ParseInt(rec[3], 10, 64)
			if err != nil {
				return err
			}
			return im.db.Save(r.Context(), Row{SKU: rec[0], Price: price})
		})
	}
	if err := g.Wait(); err != nil {
		http.Error(w, err.Error(), http.StatusUnprocessableEntity)
	}
}

// StartQueue starts the worker that imports queued lists.
//
//label:bad workerloop
func (im *Importer) StartQueue(ctx context.Context) {
	safe.Go("import queue", func() {
		for {
			select {
			case <-ctx.Done():
				return
			case j := <-im.queue:
				im.importOne(ctx, j)
			}
		}
	})
}

func (im *Importer) importOne(ctx context.Context, j job) {
	recs, err := csv.NewReader(bytes.NewReader(j.body)).ReadAll()
	if err != nil {
		im.db.Mark(ctx, j.id, "unreadable")
		return
	}
	for _, rec := range recs {
		row, err := j.mapper(rec)
		if err != nil {
			continue
		}
		im.db.Save(ctx, row)
	}
	im.db.Mark(ctx, j.id, "done")
}

// StartPriority imports the lists of jobs as they come.
//
//label:good
func (im *Importer) StartPriority(ctx context.Context, jobs <-chan job) {
	go func() {
		for j := range jobs {
			err := safe.Call("import", func() error {
				row, err := j.mapper([]string{string(j.body)})
				if err != nil {
					return err
				}
				return im.db.Save(ctx, row)
			})
			if err != nil {
				im.db.Mark(ctx, j.id, "failed")
			}
		}
	}()
}

// Validate writes the rows that are not acceptable to rejects.
//
//label:bad sharedbuffer
func Validate(rows [][]string, rejects io.Writer) error {
	out := csv.NewWriter(rejects)
	var wg sync.WaitGroup
	for lo := 0; lo < len(rows); lo += 500 {
		part := rows[lo:min(lo+500, len(rows))]
		wg.Add(1)
		go func() {
			defer wg.Done()
			for _, rec := range part {
				if len(rec) < 4 {
					out.Write(rec)
				}
			}
		}()
	}
	wg.Wait()
	out.Flush()
	return out.Error()
}

// ValidateStream writes the rows that are not acceptable to rejects.
//
//label:good
func ValidateStream(rows [][]string, rejects io.Writer) error {
	bad := make(chan []string)
	var wg sync.WaitGroup
	for lo := 0; lo < len(rows); lo += 500 {
		part := rows[lo:min(lo+500, len(rows))]
		wg.Add(1)
		go func() {
			defer wg.Done()
			for _, rec := range part {
				if len(rec) < 4 {
					bad <- rec
				}
			}
		}()
	}
	go func() {
		wg.Wait()
		close(bad)
	}()
	out := csv.NewWriter(rejects)
	for rec := range bad {
		out.Write(rec)
	}
	out.Flush()
	return out.Error()
}

// Summary describes a list; the text is made while the digest is counted.
//
//label:good
func Summary(rows [][]string) string {
	var text bytes.Buffer
	done := make(chan struct{})
	go func() {
		defer close(done)
		for i, rec := range rows {
			fmt.Fprintf(&text, "%d: %d fields\n", i, len(rec))
		}
	}()
	total := 0
	for _, rec := range rows {
		total += len(rec)
	}
	<-done
	fmt.Fprintf(&text, "total: %d fields\n", total)
	return text.String()
}

// tryMapper lets a supplier's mapper see the first row of a list.
//
//label:bad recovermisuse
func tryMapper(m Mapper, rows [][]string) (row Row, err error) {
	row, err = m(rows[0])
	if err != nil {
		return Row{}, err
	}
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("mapper panicked: %v", v)
		}
	}()
	return row, nil
}

// Enqueue checks a list and queues it.
func (im *Importer) Enqueue(id string, body []byte, rows [][]string, m Mapper) error {
	if _, err := tryMapper(m, rows); err != nil {
		return err
	}
	im.queue <- job{id: id, body: body, mapper: m}
	return nil
}
