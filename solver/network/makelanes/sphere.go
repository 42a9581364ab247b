package main

import "math"

// earthRadius is the mean radius of the earth in kilometres (IUGG).
const earthRadius = 6371.0088

type vector struct{ x, y, z float64 }

func (p point) vector() vector {
	lon, lat := p.lon*(math.Pi/180), p.lat*(math.Pi/180)
	c := math.Cos(lat)
	return vector{float64(c * math.Cos(lon)), float64(c * math.Sin(lon)), math.Sin(lat)}
}

// distance is the great circle in kilometres.
func distance(a, b point) float64 {
	u, v := a.vector(), b.vector()
	dx, dy, dz := u.x-v.x, u.y-v.y, u.z-v.z
	half := math.Sqrt(float64(dx*dx)+float64(dy*dy)+float64(dz*dz)) / 2
	return 2 * earthRadius * math.Asin(min(half, 1))
}

// length is that of a line of great circles, in kilometres.
func length(line []point) float64 {
	sum := 0.0
	for i := 1; i < len(line); i++ {
		sum += distance(line[i-1], line[i])
	}
	return sum
}

func between(a, b point, t float64) point {
	return point{a.lon + float64((b.lon-a.lon)*t), a.lat + float64((b.lat-a.lat)*t)}
}

// great walks along a great circle.
type great struct {
	a, b  vector
	angle float64
}

func newGreat(a, b point) great {
	return great{a.vector(), b.vector(), distance(a, b) / earthRadius}
}

// at is the point a share t of the way along.
func (g great) at(t float64) point {
	p, q := 1-t, t
	if s := math.Sin(g.angle); s > 1e-9 {
		p, q = math.Sin((1-t)*g.angle)/s, math.Sin(t*g.angle)/s
	}
	x := float64(p*g.a.x) + float64(q*g.b.x)
	y := float64(p*g.a.y) + float64(q*g.b.y)
	z := float64(p*g.a.z) + float64(q*g.b.z)
	return point{math.Atan2(y, x) * (180 / math.Pi), math.Atan2(z, math.Sqrt(float64(x*x)+float64(y*y))) * (180 / math.Pi)}
}
