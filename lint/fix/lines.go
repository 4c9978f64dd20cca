package fix

import (
	"strings"

	"github.com/go-race-audit/go-race-audit/lint/report"
)

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

// carry makes in a text the changes that lead from its formatted form to another;
// false where they touch lines that the formatting changed.
func carry(text, formatted, changed string) (string, bool) {
	lines, from, to := strings.SplitAfter(text, "\n"), strings.SplitAfter(formatted, "\n"), strings.SplitAfter(changed, "\n")
	at := places(from, lines)
	var carried []string
	last := 0
	for _, h := range hunks(from, to) {
		start, ok := at(h.from)
		end, also := at(h.to)
		if !ok || !also || end-start != h.to-h.from || start < last {
			return "", false
		}
		carried = append(append(carried, lines[last:start]...), to[h.nowFrom:h.nowTo]...)
		last = end
	}
	return strings.Join(append(carried, lines[last:]...), ""), true
}

// places tells where the place in front of a line of one text lies in another;
// false inside of what differs.
func places(from, lines []string) func(int) (int, bool) {
	differences := hunks(from, lines)
	return func(line int) (int, bool) {
		shift := 0
		for _, h := range differences {
			switch {
			case line >= h.to && line > h.from:
				shift = h.nowTo - h.to
			case line > h.from:
				return 0, false
			}
		}
		return line + shift, true
	}
}
