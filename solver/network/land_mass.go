package network

import "sort"

// masses tells the masses of land apart: cells of two masses are not joined by any way over land. The land is kept in
// stretches of neighbouring cells of one row.
type masses struct {
	stretches []stretch
	first     []int32 // stretches of row y are stretches[first[y]:first[y+1]]
}

// stretch is the cells of a row from x = from up to but without to.
type stretch struct {
	from, to int32
	mass     int32 // index of a stretch that stands for the whole mass
}

// row begins the next row.
func (m *masses) row() { m.first = append(m.first, int32(len(m.stretches))) }

// add adds a stretch to the row, east of those before it.
func (m *masses) add(from, to int32) {
	m.stretches = append(m.stretches, stretch{from, to, int32(len(m.stretches))})
}

// join finds which stretches are of one mass, once all are added: those that lie side by side in neighbouring rows. Cells
// that touch by a corner alone are not joined, as for a lorry.
func (m *masses) join() {
	m.row() // the end of the last one
	for y := 1; y+1 < len(m.first); y++ {
		i, j := m.first[y-1], m.first[y]
		for i < m.first[y] && j < m.first[y+1] {
			a, b := &m.stretches[i], &m.stretches[j]
			if a.from < b.to && b.from < a.to {
				x, y := m.root(i), m.root(j)
				m.stretches[max(x, y)].mass = min(x, y)
			}
			if a.to < b.to {
				i++
			} else {
				j++
			}
		}
	}
	for i := range m.stretches {
		m.stretches[i].mass = m.root(int32(i))
	}
}

// root is the stretch that stands for the mass of stretch i, as far as is known.
func (m *masses) root(i int32) int32 {
	for m.stretches[i].mass != i {
		next := m.stretches[i].mass
		m.stretches[i].mass = m.stretches[next].mass
		i = next
	}
	return i
}

// at is the mass of a dry cell.
func (m *masses) at(x, y int) int32 {
	row := m.stretches[m.first[y]:m.first[y+1]]
	i := sort.Search(len(row), func(i int) bool { return int(row[i].to) > x })
	return row[i].mass
}
