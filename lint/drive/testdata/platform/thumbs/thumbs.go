// Package thumbs makes the thumbnails of the photo service.
package thumbs

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"log/slog"
	"math/rand"
	"mime/multipart"
	"net/http"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"
)

// Task is one picture.
type Task struct {
	Key  string
	Data []byte
	Done func(key string, thumb image.Image)
}

// Service makes thumbnails.
type Service struct {
	tasks   chan Task
	retina  chan Task
	filters map[string]func(image.Image) image.Image
	failed  atomic.Int64
	log     *slog.Logger
}

// New makes a Service.
func New() *Service {
	return &Service{
		tasks: make(chan Task, 64), retina: make(chan Task, 64),
		filters: map[string]func(image.Image) image.Image{}, log: slog.Default(),
	}
}

// Upload takes a form with pictures and answers with their main colours.
//
//label:bad unrecoveredgoroutine
func (s *Service) Upload(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseMultipartForm(32 << 20); err != nil {
		http.Error(w, "form", http.StatusBadRequest)
		return
	}
	files := r.MultipartForm.File["photo"]
	colours := make([]color.RGBA, len(files))
	var wg sync.WaitGroup
	for i, fh := range files {
		wg.Go(func() {
			img, err := decode(fh)
			if err != nil {
				s.log.Warn("upload", "file", fh.Filename, "err", err)
				return
			}
			colours[i] = average(img)
		})
	}
	wg.Wait()
	for i, c := range colours {
		fmt.Fprintf(w, "%s %v\n", files[i].Filename, c)
	}
}

func average(img image.Image) color.RGBA {
	m := img.(*image.RGBA)
	var r, g, b int
	n := len(m.Pix) / 4
	for i := 0; i < len(m.Pix); i += 4 {
		r, g, b = r+int(m.Pix[i]), g+int(m.Pix[i+1]), b+int(m.Pix[i+2])
	}
	return color.RGBA{uint8(r / n), uint8(g / n), uint8(b / n), 255}
}

func decode(fh *multipart.FileHeader) (image.Image, error) {
	f, err := fh.Open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return png.Decode(f)
}

//label:bad unrecoveredgoroutine
func mapAll[T, R any](items []T, fn func(T) R) []R {
	out := make([]R, len(items))
	var wg sync.WaitGroup
	wg.Add(len(items))
	for i, it := range items {
		go func() {
			defer wg.Done()
			out[i] = fn(it)
		}()
	}
	wg.Wait()
	return out
}

// Resize answers with the sizes of the filtered pictures.
func (s *Service) Resize(w http.ResponseWriter, r *http.Request) {
	img, err := png.Decode(r.Body)
	if err != nil {
		http.Error(w, "not a PNG", http.StatusUnsupportedMediaType)
		return
	}
	sizes := mapAll(r.URL.Query()["filter"], func(name string) image.Rectangle {
		return s.filters[name](img).Bounds()
	})
	fmt.Fprintln(w, sizes)
}

//label:good
func tryAll[T, R any](items []T, fn func(T) R) ([]R, error) {
	out := make([]R, len(items))
	errs := make([]error, len(items))
	var wg sync.WaitGroup
	for i, it := range items {
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() {
				if v := recover(); v != nil {
					errs[i] = fmt.Errorf("item %d: %v", i, v)
				}
			}()
			out[i] = fn(it)
		}()
	}
	wg.Wait()
	return out, errors.Join(errs...)
}

// Compare answers with the bounds that the filters would give.
//
//label:good
func (s *Service) Compare(w http.ResponseWriter, r *http.Request) {
	img, err := png.Decode(r.Body)
	if err != nil {
		http.Error(w, "not a PNG", http.StatusUnsupportedMediaType)
		return
	}
	sizes, err := tryAll(r.URL.Query()["filter"], func(name string) image.Rectangle {
		return s.filters[name](img).Bounds()
	})
	if err != nil {
		http.Error(w, err.Error(), http.StatusUnprocessableEntity)
		return
	}
	fmt.Fprintln(w, sizes)
}

// StartPool starts the workers.
func (s *Service) StartPool(n int) {
	for range n {
		go s.worker()
	}
}

//label:bad workerloop
func (s *Service) worker() {
	defer func() {
		if v := recover(); v != nil {
			s.log.Error("thumbnail worker", "value", v, "stack", string(debug.Stack()))
		}
	}()
	for t := range s.tasks {
		img, err := png.Decode(bytes.NewReader(t.Data))
		if err != nil {
			s.log.Warn("thumbnail", "key", t.Key, "err", err)
			continue
		}
		t.Done(t.Key, shrink(img, 4))
	}
}

// StartRetina starts the workers for large thumbnails.
//
//label:good
func (s *Service) StartRetina(ctx context.Context, n int) {
	for range n {
		go func() {
			for {
				select {
				case <-ctx.Done():
					return
				case t := <-s.retina:
					s.one(t)
				}
			}
		}()
	}
}

//label:good
func (s *Service) one(t Task) {
	defer func() {
		if v := recover(); v != nil {
			s.failed.Add(1)
			s.log.Error("retina thumbnail", "key", t.Key, "value", v)
		}
	}()
	img, err := png.Decode(bytes.NewReader(t.Data))
	if err != nil {
		s.log.Warn("retina thumbnail", "key", t.Key, "err", err)
		return
	}
	t.Done(t.Key, shrink(img, 2))
}

func shrink(img image.Image, by int) image.Image {
	b := img.Bounds()
	out := image.NewRGBA(image.Rect(0, 0, b.Dx()/by, b.Dy()/by))
	for y := 0; y < out.Rect.Dy(); y++ {
		for x := 0; x < out.Rect.Dx(); x++ {
			out.Set(x, y, img.At(b.Min.X+x*by, b.Min.Y+y*by))
		}
	}
	return out
}

// Dither adds noise to img, band by band.
//
//label:bad sharedbuffer
func Dither(img *image.Gray, strength, bands int) {
	rng := rand.New(rand.NewSource(time.Now().UnixNano()))
	h := img.Rect.Dy()
	var wg sync.WaitGroup
	for b := 0; b < bands; b++ {
		lo, hi := b*h/bands, (b+1)*h/bands
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := lo * img.Stride; i < hi*img.Stride; i++ {
				img.Pix[i] += uint8(rng.Intn(strength))
			}
		}()
	}
	wg.Wait()
}

// Grain adds film grain to img, band by band.
//
//label:good
func Grain(img *image.Gray, strength, bands int) {
	h := img.Rect.Dy()
	var wg sync.WaitGroup
	for b := 0; b < bands; b++ {
		lo, hi := b*h/bands, (b+1)*h/bands
		wg.Add(1)
		go func(seed int64) {
			defer wg.Done()
			rng := rand.New(rand.NewSource(seed))
			for i := lo * img.Stride; i < hi*img.Stride; i++ {
				img.Pix[i] += uint8(rng.Intn(strength))
			}
		}(int64(b))
	}
	wg.Wait()
}

// Apply runs the named filters in order.
//
//label:bad recovermisuse
func (s *Service) Apply(img image.Image, names []string) (out image.Image, err error) {
	out = img
	defer func() {
		if recover() != nil {
			out = img
		}
	}()
	for _, name := range names {
		out = s.filters[name](out)
	}
	return out, nil
}

// ApplyCounted runs the named filters in order, and keeps the picture as it is
// when one of them fails.
//
//label:good
func (s *Service) ApplyCounted(img image.Image, names []string) (out image.Image) {
	out = img
	defer func() {
		if v := recover(); v != nil {
			s.failed.Add(1)
			s.log.Error("filter", "names", names, "value", v)
			out = img
		}
	}()
	for _, name := range names {
		out = s.filters[name](out)
	}
	return out
}
