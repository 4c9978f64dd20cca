package shared

import (
	"bytes"
	"io"
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
		batch.WriteString(row) // want `value \(bytes\.Buffer\) is written here and written by the goroutine started at line 28`
		if batch.Len() > 1000 {
			full <- batch
			if row != "" {
				batch = new(bytes.Buffer)
			}
		}
	}
}
