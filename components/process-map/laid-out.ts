import { Graph, layout } from '@dagrejs/dagre';
import type { MapBox, MapLine } from '@/lib/process-map/map-layout';

export interface Point {
  x: number;
  y: number;
}

/** A map in pixels: where the boxes are, by their corner, how the lines run, and where each line's words stand. */
export interface LaidOut {
  width: number;
  height: number;
  boxes: readonly (MapBox & Point)[];
  lines: readonly (MapLine & { points: readonly Point[]; words: Point })[];
}

/** Room for a line's words. */
export const wordsSize = { width: 76, height: 24 };

/** Lays a map out from top to bottom, the paths with the greatest weight as straight as can be. */
export function laidOut(
  boxes: readonly MapBox[],
  lines: readonly MapLine[],
  weightOf: (line: MapLine) => number,
): LaidOut {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 28, ranksep: 26, edgesep: 18, marginx: 16, marginy: 16 });
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height });
  for (const line of lines) {
    graph.setEdge(line.from, line.to, { ...wordsSize, labelpos: 'c', weight: weightOf(line) }, line.id);
  }
  layout(graph);
  const size = graph.graph() as { width?: number; height?: number };
  return {
    width: size.width ?? 0,
    height: size.height ?? 0,
    boxes: boxes.map((box) => {
      const { x, y } = graph.node(box.id) as Point;
      return { ...box, x: x - box.width / 2, y: y - box.height / 2 };
    }),
    lines: lines.map((line) => {
      const { points, x, y } = graph.edge({ v: line.from, w: line.to, name: line.id }) as {
        points: Point[];
      } & Point;
      const box = graph.node(line.from) as Point & { width: number };
      return { ...line, points: line.from === line.to ? loopAt(box, x) : points, words: { x, y } };
    }),
  };
}

/** A line from a box to itself: out at its end side, as far as its words, and back. */
function loopAt({ x, y, width }: Point & { width: number }, reach: number): Point[] {
  const side = x + width / 2;
  return [
    { x: side, y: y - 10 },
    { x: reach, y: y - 20 },
    { x: reach, y: y + 20 },
    { x: side, y: y + 10 },
  ];
}

/** A line through its points, its corners rounded, as the path of an SVG. */
export function curveThrough(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last) return '';
  const bends = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? last;
    const end = index === rest.length - 2 ? last : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    return `Q${point.x} ${point.y} ${end.x} ${end.y}`;
  });
  return `M${first.x} ${first.y}${bends.join('') || `L${last.x} ${last.y}`}`;
}
