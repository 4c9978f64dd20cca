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

// tidy formats what was formatted before; the last line may want its end.
func tidy(before, after []byte) ([]byte, bool) {
	formatted, err := format.Source(after)
	if err != nil {
		return nil, false
	}
	ended := bytes.HasSuffix(before, newline)
	old, err := format.Source(before)
	if err != nil || !bytes.Equal(old, before) && (ended || !bytes.Equal(old, append(bytes.Clone(before), '\n'))) {
		return after, true
	}
	if !ended {
		formatted = bytes.TrimSuffix(formatted, newline)
	}
	return formatted, true
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

// lineEdits replaces the lines that differ.
func lineEdits(name, before, after string) []report.Edit {
	old, now := strings.SplitAfter(before, "\n"), strings.SplitAfter(after, "\n")
	var edits []report.Edit
	for _, h := range hunks(old, now) {
		at := report.Place{File: name, Line: h.from + 1, Column: 1, EndLine: h.to + 1, EndColumn: 1}
		text := strings.Join(now[h.nowFrom:h.nowTo], "")
		if last := len(old) - 1; h.from == last && old[last] == "" { // behind the last line there is none to quote
			at.Line, at.Column = h.from, len(old[last-1])
			at.EndLine, at.EndColumn = at.Line, at.Column
			text = "\n" + strings.TrimSuffix(text, "\n")
		} else if h.to == len(old) && old[last] != "" { // the last line has no end
			at.EndLine, at.EndColumn = h.to, len(old[last])+1
		}
		edits = append(edits, report.Edit{At: at, NewText: text})
	}
	return edits
}

// hunk replaces old[from:to] by now[nowFrom:nowTo].
type hunk struct{ from, to, nowFrom, nowTo int }

// mostCells bounds the table of the comparison; larger differences are one hunk.
const mostCells = 4_000_000

// hunks compares two texts line by line.
func hunks(old, now []string) []hunk {
	start := 0
	for start < len(old) && start < len(now) && old[start] == now[start] {
		start++
	}
	oldEnd, nowEnd := len(old), len(now)
	for oldEnd > start && nowEnd > start && old[oldEnd-1] == now[nowEnd-1] {
		oldEnd, nowEnd = oldEnd-1, nowEnd-1
	}
	a, b := old[start:oldEnd], now[start:nowEnd]
	if len(a) == 0 && len(b) == 0 {
		return nil
	}
	if (len(a)+1)*(len(b)+1) > mostCells {
		return []hunk{{start, oldEnd, start, nowEnd}}
	}
	return walk(a, b, commonLengths(a, b), start)
}

// commonLengths[i][j] is the length of the longest common subsequence of a[i:] and b[j:].
func commonLengths(a, b []string) [][]int {
	lengths := make([][]int, len(a)+1)
	for i := range lengths {
		lengths[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				lengths[i][j] = lengths[i+1][j+1] + 1
			} else {
				lengths[i][j] = max(lengths[i+1][j], lengths[i][j+1])
			}
		}
	}
	return lengths
}

func walk(a, b []string, lengths [][]int, start int) []hunk {
	var found []hunk
	for i, j := 0, 0; i < len(a) || j < len(b); {
		if i < len(a) && j < len(b) && a[i] == b[j] {
			i, j = i+1, j+1
			continue
		}
		fromI, fromJ := i, j
		for i < len(a) || j < len(b) {
			if i < len(a) && j < len(b) && a[i] == b[j] {
				break
			}
			if j == len(b) || i < len(a) && lengths[i+1][j] >= lengths[i][j+1] {
				i++
			} else {
				j++
			}
		}
		found = append(found, hunk{start + fromI, start + i, start + fromJ, start + j})
	}
	return found
}
