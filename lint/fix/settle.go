package fix

import (
	"bytes"
	"go/ast"
	"go/format"
	"slices"
	"strings"

	"github.com/go-race-audit/go-race-audit/lint/logstyle"
	"github.com/go-race-audit/go-race-audit/lint/report"
)

// Settle formats what a draft makes of each file and prints the lines that
// differ. It reports false where the draft touches a file that must not be
// edited, contradicts itself, or does not parse.
func (s *Scene) Settle(draft Draft) ([]report.Edit, bool) {
	byFile := map[string][]Edit{}
	for _, edit := range draft.Edits {
		where, ok := s.FileAt(edit.Pos)
		if !ok || !s.editable(where.File) {
			return nil, false
		}
		name := s.Fset.PositionFor(edit.Pos, false).Filename
		if !slices.Contains(byFile[name], edit) {
			byFile[name] = append(byFile[name], edit)
		}
	}
	names := make([]string, 0, len(byFile))
	for name := range byFile {
		names = append(names, name)
	}
	slices.Sort(names)
	var printed []report.Edit
	for _, name := range names {
		file := s.index.files[name].File
		before := s.Source(file)
		changed, ok := s.apply(before, withImports(file, byFile[name]))
		if !ok || mixedEnds(before) {
			return nil, false
		}
		plain := normal(before)
		after, ok := tidy(plain, normal(changed))
		if !ok {
			return nil, false
		}
		edits := lineEdits(name, string(plain), string(after))
		if bytes.Contains(before, carriageReturn) {
			for i := range edits {
				edits[i].NewText = strings.ReplaceAll(edits[i].NewText, "\n", "\r\n")
			}
		}
		printed = append(printed, edits...)
	}
	return printed, len(printed) > 0
}

// withImports makes one change of all imports that the edits ask for.
func withImports(file *ast.File, edits []Edit) []Edit {
	var paths []string
	var all []Edit
	for _, edit := range edits {
		if edit.Import == "" {
			all = append(all, edit)
		} else if !slices.Contains(paths, edit.Import) {
			paths = append(paths, edit.Import)
		}
	}
	for _, edit := range logstyle.AddImports(file, paths...) {
		all = append(all, Edit{Pos: edit.Pos, End: edit.End, Text: string(edit.NewText)})
	}
	return all
}

var (
	carriageReturn = []byte("\r\n")
	newline        = []byte("\n")
	byteOrderMark  = []byte("\xef\xbb\xbf")
)

// mixedEnds tells whether lines end in more than one way.
func mixedEnds(source []byte) bool {
	pairs := bytes.Count(source, carriageReturn)
	return bytes.Count(source, []byte("\r")) != pairs || pairs != 0 && pairs != bytes.Count(source, newline)
}

// normal is a source as gofmt writes it: without a byte order mark, with plain
// ends of lines.
func normal(source []byte) []byte {
	return bytes.ReplaceAll(bytes.TrimPrefix(source, byteOrderMark), carriageReturn, newline)
}

// tidy formats what the edits changed, and nothing else; the last line may want
// its end.
func tidy(before, after []byte) ([]byte, bool) {
	formatted, err := format.Source(after)
	if err != nil {
		return nil, false
	}
	old, err := format.Source(before)
	if err != nil {
		return nil, false
	}
	if !bytes.HasSuffix(before, newline) {
		old, formatted = bytes.TrimSuffix(old, newline), bytes.TrimSuffix(formatted, newline)
	}
	if bytes.Equal(old, before) {
		return formatted, true
	}
	carried, ok := carry(string(before), string(old), string(formatted))
	if !ok {
		return after, true
	}
	return []byte(carried), true
}

// apply makes the edits.
func (s *Scene) apply(before []byte, edits []Edit) ([]byte, bool) {
	slices.SortStableFunc(edits, func(a, b Edit) int { return int(a.Pos - b.Pos) })
	var after bytes.Buffer
	last := 0
	for _, edit := range edits {
		from, to := s.Offset(edit.Pos), s.Offset(edit.End)
		if from < last || to < from || to > len(before) {
			return nil, false
		}
		after.Write(before[last:from])
		after.WriteString(edit.Text)
		last = to
	}
	after.Write(before[last:])
	return after.Bytes(), true
}
