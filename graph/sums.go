package graph

import (
	"bufio"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// A sum file says what the files beside it must be: one line a file with its
// size, its checksum and its name, and a line with the checksum of them all.
const sumFile = "SUMS"

// isTable tells whether a file is one of the engine's tables, which never
// change once written. They can be large, and only their ends are summed, where
// they say how they are laid out: the engine checks each of their blocks when it
// reads it, but doesn't survive all damage at the end.
func isTable(path string) bool {
	ext := filepath.Ext(path)
	return ext == ".sst" || ext == ".blob"
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// tableEnd is how much of the end of a table is summed.
const tableEnd = 4 << 10

// writeSums writes the sum file of a folder to the disk.
func writeSums(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	var b strings.Builder
	for _, e := range entries {
		if e.Name() == sumFile {
			continue
		}
		size, sum, err := sumOf(filepath.Join(dir, e.Name()))
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "%d %08x %s\n", size, sum, e.Name())
	}
	return writeFile(filepath.Join(dir, sumFile), sealed(b.String()))
}

// checkSums compares a folder with its sum file. Errors are [ErrDamaged] and
// name the file.
func checkSums(dir string) error {
	path := filepath.Join(dir, sumFile)
	lines, err := readSealed(path)
	if err != nil {
		return err
	}
	for _, line := range lines {
		f := strings.SplitN(line, " ", 3)
		if len(f) != 3 {
			return fmt.Errorf("%w: %s: line %q", ErrDamaged, path, line)
		}
		file := filepath.Join(dir, f[2])
		size, sum, err := sumOf(file)
		if err != nil {
			return fmt.Errorf("%w: %w", ErrDamaged, err)
		}
		if strconv.FormatInt(size, 10) != f[0] {
			return fmt.Errorf("%w: %s has %d bytes instead of %s", ErrDamaged, file, size, f[0])
		}
		if fmt.Sprintf("%08x", sum) != f[1] {
			return fmt.Errorf("%w: %s has changed since it was written", ErrDamaged, file)
		}
	}
	return nil
}

// sumOf is the size of a file and its checksum, of a table that of its end.
func sumOf(path string) (size int64, sum uint32, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, 0, err
	}
	defer f.Close()
	i, err := f.Stat()
	if err != nil {
		return 0, 0, err
	}
	if size = i.Size(); isTable(path) && size > tableEnd {
		if _, err := f.Seek(-tableEnd, io.SeekEnd); err != nil {
			return 0, 0, err
		}
	}
	h := crc32.New(castagnoli)
	_, err = io.Copy(h, f)
	return size, h.Sum32(), err
}

// sealed is lines with the checksum of them all as a last line.
func sealed(lines string) string {
	return fmt.Sprintf("%scrc32c %08x\n", lines, crc32.Checksum([]byte(lines), castagnoli))
}

// readSealed reads what sealed made, without the last line.
func readSealed(path string) ([]string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	cut := strings.LastIndex(strings.TrimSuffix(string(data), "\n"), "\n") + 1
	if string(data) != sealed(string(data[:cut])) {
		return nil, fmt.Errorf("%w: %s has changed since it was written", ErrDamaged, path)
	}
	var lines []string
	for sc := bufio.NewScanner(strings.NewReader(string(data[:cut]))); sc.Scan(); {
		lines = append(lines, sc.Text())
	}
	return lines, nil
}

// writeFile makes a file with that content, which is on the disk when it is
// there under its name at all.
func writeFile(path, content string) error {
	f, err := os.Create(path + ".tmp")
	if err != nil {
		return err
	}
	_, err = f.WriteString(content)
	if err == nil {
		err = f.Sync()
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return err
	}
	if err := os.Rename(path+".tmp", path); err != nil {
		return err
	}
	return syncDir(filepath.Dir(path))
}

// syncDir puts the names in a folder on the disk.
func syncDir(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Sync()
}
