// Command batchtool converts price lists once and exits.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"
)

type list struct {
	Name  string
	Lines []string
	Meta  map[string]any
}

func main() {
	n := flag.Int("j", 4, "how many at once")
	flag.Parse()
	lists, err := readAll(flag.Args())
	if err != nil {
		log.Fatal(err)
	}
	convertAll(lists, *n)
}

//label:good
func readAll(paths []string) ([]*list, error) {
	lists := make([]*list, len(paths))
	var g errgroup.Group
	for i, p := range paths {
		g.Go(func() error {
			raw, err := os.ReadFile(p)
			if err != nil {
				return err
			}
			l := &list{Name: p}
			if err := json.Unmarshal(raw, &l.Meta); err != nil {
				return fmt.Errorf("%s: %w", p, err)
			}
			l.Lines = strings.Split(l.Meta["lines"].(string), "\n")
			lists[i] = l
			return nil
		})
	}
	return lists, g.Wait()
}

//label:good
func convertAll(lists []*list, n int) {
	in := make(chan *list)
	var wg sync.WaitGroup
	var mu sync.Mutex
	for range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for l := range in {
				out := convert(l)
				mu.Lock()
				fmt.Println(out)
				mu.Unlock()
			}
		}()
	}
	for _, l := range lists {
		in <- l
	}
	close(in)
	wg.Wait()
}

//label:good
func convert(l *list) string {
	head := strings.Split(l.Lines[0], ";")
	return l.Name + " " + head[1]
}
