package uses

import (
	"bytes"
	"io"
	"iter"
	"strings"

	"golang.org/x/sync/errgroup"

	"spawner"
)

func BadRemoteLauncher() {
	var buf bytes.Buffer
	spawner.Go(func() { buf.WriteByte('x') })
	buf.WriteByte('y') // want `buf \(bytes.Buffer\)`
}

func BadRemoteCopy(r io.Reader) string {
	var buf bytes.Buffer
	spawner.Copy(&buf, r)
	return buf.String() // want `buf \(bytes.Buffer\)`
}

func GoodRemoteDo() string { // ok
	var buf bytes.Buffer
	spawner.Do(func() { buf.WriteByte('x') })
	return buf.String()
}

func GoodRemoteGroup() string { // ok
	var buf bytes.Buffer
	var g spawner.Group
	g.Go(func() { buf.WriteByte('x') })
	g.Wait()
	return buf.String()
}

func BadRemoteGroup() string {
	var buf bytes.Buffer
	var g spawner.Group
	g.Go(func() { buf.WriteByte('x') })
	defer g.Wait()
	return buf.String() // want `buf \(bytes.Buffer\)`
}

func BadErrgroup(names []string) (string, error) {
	var sb strings.Builder
	var g errgroup.Group
	for _, name := range names {
		g.Go(func() error {
			_, err := sb.WriteString(name) // want `sb \(strings.Builder\)`
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return "", err
	}
	return sb.String(), nil
}

func GoodErrgroup(r io.Reader) (string, error) { // ok
	var sb strings.Builder
	var g errgroup.Group
	g.Go(func() error {
		_, err := io.Copy(&sb, r)
		return err
	})
	if err := g.Wait(); err != nil {
		return "", err
	}
	return sb.String(), nil
}

func GoodLimitOne() { // ok
	var g errgroup.Group
	g.SetLimit(1)
	var out bytes.Buffer
	for range 3 {
		g.Go(func() error {
			out.WriteByte('x')
			return nil
		})
	}
	g.Wait()
}

func GoodLimitOneOverIterator(lines iter.Seq[string]) string { // ok
	var g errgroup.Group
	g.SetLimit(1)
	var out bytes.Buffer
	for line := range lines {
		g.Go(func() error {
			out.WriteString(line)
			return nil
		})
	}
	g.Wait()
	return out.String()
}

func GoodRemoteClose() string { // ok
	var buf bytes.Buffer
	w := spawner.NewWriter(&buf)
	w.Print("x")
	w.Close()
	return buf.String()
}

func BadRemoteStillOpen() string {
	var buf bytes.Buffer
	w := spawner.NewWriter(&buf)
	defer w.Close()
	w.Print("x")
	return buf.String() // want `buf \(bytes.Buffer\)`
}

func BadRemoteEach() string {
	var buf bytes.Buffer
	spawner.Each(3, func(int) { buf.WriteByte('x') }) // want `buf \(bytes.Buffer\)`
	return buf.String()
}

func GoodRemoteEach() string { // ok
	bufs := make([]bytes.Buffer, 3)
	spawner.Each(3, func(i int) { bufs[i].WriteByte('x') })
	return bufs[0].String()
}

func GoodRemoteInTurn() string { // ok
	var buf bytes.Buffer
	spawner.EachInTurn(3, func(int) { buf.WriteByte('x') })
	return buf.String()
}
