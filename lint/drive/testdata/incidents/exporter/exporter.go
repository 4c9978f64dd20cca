// Package exporter writes reports to files.
package exporter

import (
	"compress/gzip"
	"context"
	"database/sql"
	"encoding/csv"
	"fmt"
	"io"
	"log"
	"strconv"
	"sync"
	"time"

	"example.com/incidents/internal/safego"
)

// Row is a line of a report.
type Row []string

type CSVSink struct {
	w    *csv.Writer
	rows chan Row
	wg   sync.WaitGroup
}

// NewCSVSink starts n workers.
//
//label:bad sharedbuffer
func NewCSVSink(w io.Writer, n int) *CSVSink {
	s := &CSVSink{w: csv.NewWriter(w), rows: make(chan Row)}
	for range n {
		s.wg.Add(1)
		go s.drainRows()
	}
	return s
}

func (s *CSVSink) drainRows() {
	defer s.wg.Done()
	for r := range s.rows {
		if err := s.w.Write(r); err != nil {
			log.Print(err)
		}
	}
}

// CloseSink waits for the workers.
func (s *CSVSink) CloseSink() error {
	close(s.rows)
	s.wg.Wait()
	s.w.Flush()
	return s.w.Error()
}

type RowFile struct {
	cw   *csv.Writer
	rows chan Row
	done chan struct{}
}

// NewRowFile starts the one goroutine that writes.
//
//label:good
func NewRowFile(w io.Writer) *RowFile {
	f := &RowFile{cw: csv.NewWriter(w), rows: make(chan Row, 32), done: make(chan struct{})}
	go f.ownRows()
	return f
}

//label:good
func (f *RowFile) ownRows() {
	defer close(f.done)
	for r := range f.rows {
		f.cw.Write(r)
	}
}

// Put may be called by many goroutines.
//
//label:good
func (f *RowFile) Put(r Row) { f.rows <- r }

// Finish ends the file, after the last Put.
//
//label:good
func (f *RowFile) Finish() error {
	close(f.rows)
	<-f.done
	f.cw.Flush()
	return f.cw.Error()
}

// Compress copies src to dst and gives up when ctx ends.
//
//label:bad sharedbuffer
func Compress(ctx context.Context, dst io.Writer, src io.Reader) error {
	zw := gzip.NewWriter(dst)
	errc := make(chan error, 1)
	go func() {
		_, err := io.Copy(zw, src)
		errc <- err
	}()
	select {
	case err := <-errc:
		if err != nil {
			return err
		}
		return zw.Close()
	case <-ctx.Done():
		zw.Close() // a readable file, as far as it goes
		return ctx.Err()
	}
}

// CompressPipe gives the compressed form of src as a reader.
//
//label:good
func CompressPipe(src io.Reader) io.ReadCloser {
	pr, pw := io.Pipe()
	zw := gzip.NewWriter(pw)
	go func() {
		_, err := io.Copy(zw, src)
		if cerr := zw.Close(); err == nil {
			err = cerr
		}
		pw.CloseWithError(err)
	}()
	return pr
}

// Job asks for a report.
type Job struct {
	ID     string
	Cols   []string
	Render func(Row) string
	Rows   []Row
}

// Server takes jobs.
type Server struct {
	jobs  chan Job
	flush chan any
	db    *sql.DB
}

// HandleJob is called for each job that the broker hands us.
//
//label:bad unrecoveredgoroutine
func (s *Server) HandleJob(j Job) {
	run := s.convert
	go run(j)
}

func (s *Server) convert(j Job) {
	head := j.Cols[0]
	for _, r := range j.Rows {
		n, err := strconv.Atoi(r[1])
		if err != nil {
			log.Print(err)
			continue
		}
		log.Print(head, j.Render(r), 1000/n)
	}
}

// HandleSmallJob is the same in one goroutine with recovery.
//
//label:good
func (s *Server) HandleSmallJob(j Job) {
	go func() {
		defer safego.Recover("small job " + j.ID)
		for _, r := range j.Rows {
			log.Print(j.Cols[0], j.Render(r))
		}
	}()
}

// FlushLoop writes batches.
//
//label:bad workerloop
func (s *Server) FlushLoop(ctx context.Context) {
	defer func() {
		if p := recover(); p != nil {
			log.Printf("flush loop: %v", p)
		}
	}()
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	var batch []Row
	for {
		select {
		case <-ctx.Done():
			return
		case v := <-s.flush:
			batch = append(batch, v.(Row))
		case <-tick.C:
			log.Printf("%d rows, the last of %s", len(batch), batch[len(batch)-1][0])
			batch = batch[:0]
		}
	}
}

//label:good
func (s *Server) JobLoop(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case j := <-s.jobs:
			if err := s.oneJob(j); err != nil {
				log.Printf("job %s: %v", j.ID, err)
			}
		}
	}
}

//label:good
func (s *Server) oneJob(j Job) (err error) {
	defer safego.ToError(&err)
	for _, r := range j.Rows {
		log.Print(j.Cols[0], j.Render(r))
	}
	return nil
}

//label:bad recovermisuse
func RenderAll(j Job) (out []string, err error) {
	for _, r := range j.Rows {
		out = append(out, j.Render(r))
	}
	if r := recover(); r != nil {
		err = fmt.Errorf("render %s: %v", j.ID, r)
	}
	return out, err
}

//label:good
func (s *Server) inTx(fn func(*sql.Tx) error) (err error) {
	tx, err := s.db.Begin()
	if err != nil {
		return err
	}
	defer func() {
		if r := recover(); r != nil {
			tx.Rollback()
			panic(r)
		}
		if err != nil {
			tx.Rollback()
			return
		}
		err = tx.Commit()
	}()
	return fn(tx)
}
