// Package resultcache keeps what was found in a package for the next run, under
// a key that names all it depends on.
package resultcache

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Cache is a folder of results; several processes may use it at once. A nil
// Cache keeps nothing.
type Cache struct {
	dir, tool string
	now       func() time.Time
}

// Open returns the cache in dir, which is made if it is not there, for this very
// program.
func Open(dir string) (*Cache, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	tool, err := toolHash()
	if err != nil {
		return nil, err
	}
	return &Cache{dir: dir, tool: tool, now: time.Now}, nil
}

// DefaultDir is where results are kept unless someone says otherwise.
func DefaultDir() (string, error) {
	base, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(base, "go-race-audit", "lint-results"), nil
}

// toolHash is the content of the running program: another build of it may find
// something else.
func toolHash() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", err
	}
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	hash := sha256.New()
	if _, err := io.Copy(hash, file); err != nil {
		return "", err
	}
	return hex.EncodeToString(hash.Sum(nil)), nil
}

// Key is the name of the result for something that parts name.
func (c *Cache) Key(parts ...string) string {
	hash := sha256.New()
	fmt.Fprintf(hash, "%q", append([]string{c.tool}, parts...))
	return hex.EncodeToString(hash.Sum(nil))
}

// path spreads the entries over folders.
func (c *Cache) path(key string) string { return filepath.Join(c.dir, key[:2], key) }

// Get returns what was put under key.
func (c *Cache) Get(key string) ([]byte, bool) {
	data, err := os.ReadFile(c.path(key))
	if err != nil {
		return nil, false
	}
	c.touch(c.path(key))
	return data, true
}

// touchEvery bounds how often an entry that is used is marked so.
const touchEvery = 24 * time.Hour

func (c *Cache) touch(path string) {
	if info, err := os.Stat(path); err == nil && c.now().Sub(info.ModTime()) > touchEvery {
		_ = os.Chtimes(path, c.now(), c.now()) // at worst it is pruned too early
	}
}

// Put keeps data under key. A reader sees all of it or nothing.
func (c *Cache) Put(key string, data []byte) error {
	path := c.path(key)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	file, err := os.CreateTemp(filepath.Dir(path), temporary)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	if err = errors.Join(err, file.Close()); err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		_ = os.Remove(file.Name()) // the first error tells more
	}
	return err
}

// temporary begins the names of files that are being written.
const temporary = ".new-"

// An entry that was not used for keepFor goes; Prune looks for such once in
// pruneEvery.
const (
	keepFor    = 10 * 24 * time.Hour
	pruneEvery = 24 * time.Hour
	marker     = "pruned"
)

// Prune removes what was not used for a long time, if that is due. Other
// processes may do the same: what is gone already is no error.
func (c *Cache) Prune() error {
	mark := filepath.Join(c.dir, marker)
	if info, err := os.Stat(mark); err == nil && c.now().Sub(info.ModTime()) < pruneEvery {
		return nil
	}
	if err := os.WriteFile(mark, nil, 0o644); err != nil {
		return err
	}
	if err := os.Chtimes(mark, c.now(), c.now()); err != nil {
		return err
	}
	paths, err := filepath.Glob(filepath.Join(c.dir, "[0-9a-f][0-9a-f]", "*"))
	if err != nil {
		return err
	}
	for _, path := range paths {
		info, err := os.Stat(path)
		if err == nil && c.now().Sub(info.ModTime()) > keepFor && ours(path) {
			err = os.Remove(path)
		}
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return nil
}

// ours: only what Put wrote is removed, whatever folder the caller named.
func ours(path string) bool {
	name := filepath.Base(path)
	return len(name) == hex.EncodedLen(sha256.Size) || strings.HasPrefix(name, temporary)
}
