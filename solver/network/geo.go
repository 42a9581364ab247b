package network

import "math"

const (
	earthRadius = 6371008.8 // metres, the mean radius of WGS84
	radian      = math.Pi / 180
)

// GreatCircle is the shortest way over a spherical Earth, to the metre. The conversions keep the compiler from fusing
// a product and a sum, so that every machine gets the same bits.
func GreatCircle(a, b LonLat) Metres {
	lat1, lat2 := float64(a.Lat*radian), float64(b.Lat*radian)
	sinLat := math.Sin(float64(float64(lat2-lat1) / 2))
	sinLon := math.Sin(float64(float64(float64(b.Lon-a.Lon)*radian) / 2))
	across := float64(float64(math.Cos(lat1)*math.Cos(lat2)) * float64(sinLon*sinLon))
	h := float64(float64(sinLat*sinLat) + across)
	return Metres(math.Round(float64(2 * earthRadius * math.Asin(math.Sqrt(min(h, 1))))))
}

// NorthSouth is how far two points lie apart along a meridian, to the metre below: GreatCircle is never less, and costs
// many times as much to find.
func NorthSouth(a, b LonLat) Metres {
	return Metres(earthRadius*radian*math.Abs(b.Lat-a.Lat)) - 1
}
