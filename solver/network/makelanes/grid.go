package main

import (
	"container/heap"
	"math"
)

// grid is the water thinned out: one point for every block of blockSize x blockSize cells that holds any, joined to its
// neighbours where the water between is clear. It finds roughly where ships go; the taut lines are found afterwards.
type grid struct {
	m             *mask
	width, height int
	cell          []int32 // of the mask, that stands for the block; -1 for none
	piece         []int32
	step          [][moves]float32 // km to the neighbour by moveList; 0 for none
	dist          []float64
	from          []int32
}

const (
	blockSize = 5
	moves     = 16
)

// moveList are a king's and a knight's moves.
var moveList = [moves][2]int{{1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}, {-1, -1}, {0, -1}, {1, -1}, {2, 1}, {1, 2}, {-1, 2}, {-2, 1}, {-2, -1}, {-1, -2}, {1, -2}, {2, -1}}

func newGrid(m *mask, pieces []int32) *grid {
	g := &grid{m: m, width: m.width / blockSize, height: m.height / blockSize}
	n := g.width * g.height
	g.cell, g.piece, g.step = make([]int32, n), make([]int32, n), make([][moves]float32, n)
	g.dist, g.from = make([]float64, n), make([]int32, n)
	for b := range g.cell {
		g.cell[b] = -1
		best := math.MaxInt
		for dy := range blockSize {
			for dx := range blockSize {
				c := (b/g.width*blockSize+dy)*m.width + b%g.width*blockSize + dx
				off := (dx-blockSize/2)*(dx-blockSize/2) + (dy-blockSize/2)*(dy-blockSize/2)
				if pieces[c] != 0 && off < best {
					best, g.cell[b], g.piece[b] = off, int32(c), pieces[c]
				}
			}
		}
	}
	for b := range g.cell {
		if g.cell[b] < 0 {
			continue
		}
		for i, move := range moveList {
			if o := g.block(b%g.width+move[0], b/g.width+move[1]); o > b && m.clear(g.at(b), g.at(o)) {
				km := float32(distance(g.at(b), g.at(o)))
				g.step[b][i] = km
				g.step[o][opposite(i)] = km
			}
		}
	}
	return g
}

// opposite is the move that undoes a move.
func opposite(i int) int {
	if i < 8 {
		return (i + 4) % 8
	}
	return 8 + (i-8+4)%8
}

// block is the number of a block that has water, or -1.
func (g *grid) block(x, y int) int {
	if x < 0 || y < 0 || x >= g.width || y >= g.height || g.cell[y*g.width+x] < 0 {
		return -1
	}
	return y*g.width + x
}

func (g *grid) at(block int) point { return g.m.centre(int(g.cell[block])) }

// around lists the blocks within a few of a point that it sees.
func (g *grid) around(p point) []int {
	const reach = 3
	x := int((p.lon-g.m.west)*float64(g.m.perDegree)) / blockSize
	y := int((p.lat-g.m.south)*float64(g.m.perDegree)) / blockSize
	var out []int
	for dy := -reach; dy <= reach; dy++ {
		for dx := -reach; dx <= reach; dx++ {
			if b := g.block(x+dx, y+dy); b >= 0 && g.m.clear(p, g.at(b)) {
				out = append(out, b)
			}
		}
	}
	return out
}

// flood finds the shortest way over the grid from a point to the blocks around every target, and to all that are nearer.
func (g *grid) flood(p point, targets []point) {
	wanted := map[int32]bool{}
	for _, t := range targets {
		for _, b := range g.around(t) {
			wanted[int32(b)] = true
		}
	}
	for i := range g.dist {
		g.dist[i], g.from[i] = math.Inf(1), -1
	}
	var q queue
	for _, b := range g.around(p) {
		g.dist[b] = distance(p, g.at(b))
		heap.Push(&q, item{g.dist[b], int32(b)})
	}
	for len(q) > 0 {
		top := heap.Pop(&q).(item)
		b := int(top.block)
		if top.km > g.dist[b] {
			continue
		}
		if delete(wanted, top.block); len(wanted) == 0 {
			return
		}
		for i, move := range moveList {
			km := g.step[b][i]
			if km == 0 {
				continue
			}
			o := b + move[1]*g.width + move[0]
			if d := top.km + float64(km); d < g.dist[o] {
				g.dist[o], g.from[o] = d, int32(b)
				heap.Push(&q, item{d, int32(o)})
			}
		}
	}
}

// path is the way that flood found, from its start a to b; nil where there is none.
func (g *grid) path(a, b point) []point {
	best, far := -1, math.Inf(1)
	for _, n := range g.around(b) {
		if d := g.dist[n] + distance(g.at(n), b); d < far {
			best, far = n, d
		}
	}
	if best < 0 {
		return nil
	}
	out := []point{b}
	for n := int32(best); n >= 0; n = g.from[n] {
		out = append(out, g.at(int(n)))
	}
	return append(out, a)
}

type item struct {
	km    float64
	block int32
}

type queue []item

func (q queue) Len() int { return len(q) }
func (q queue) Less(i, j int) bool {
	return q[i].km < q[j].km || q[i].km == q[j].km && q[i].block < q[j].block
}
func (q queue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)   { *q = append(*q, x.(item)) }
func (q *queue) Pop() any {
	old := *q
	top := old[len(old)-1]
	*q = old[:len(old)-1]
	return top
}
