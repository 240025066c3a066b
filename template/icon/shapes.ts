type Point = readonly [x: number, y: number];

/** Whether a point lies in it. */
export type Shape = (point: Point) => boolean;

export function circle([x, y]: Point, radius: number): Shape {
  return (point) => Math.hypot(point[0] - x, point[1] - y) <= radius;
}

/** A line with round ends. */
export function capsule([x, y]: Point, [toX, toY]: Point, radius: number): Shape {
  const across = toX - x;
  const down = toY - y;
  const length = across ** 2 + down ** 2;
  return (point) => {
    const along = ((point[0] - x) * across + (point[1] - y) * down) / length;
    const nearest = Math.min(1, Math.max(0, along));
    return Math.hypot(point[0] - x - nearest * across, point[1] - y - nearest * down) <= radius;
  };
}

/** A square from the origin. */
export function roundedSquare(side: number, radius: number): Shape {
  const toCore = (at: number) => Math.max(radius - at, at - (side - radius), 0);
  return (point) => Math.hypot(toCore(point[0]), toCore(point[1])) <= radius;
}

/** What an odd number of the corners' edges leaves to the left. */
export function polygon(corners: Point[]): Shape {
  return ([x, y]) =>
    corners.reduce((isInside, [fromX, fromY], index) => {
      const [toX, toY] = corners[(index + 1) % corners.length] as Point;
      const isCrossed = fromY > y !== toY > y && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX);
      return isCrossed ? !isInside : isInside;
    }, false);
}
