'use client';

import '@xyflow/react/dist/base.css';
import {
  BaseEdge,
  type Edge,
  EdgeLabelRenderer,
  type EdgeProps,
  Handle,
  type Node,
  type NodeProps,
  Panel,
  Position,
  ReactFlow,
  type ReactFlowInstance,
  useReactFlow,
} from '@xyflow/react';
import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import Link from 'next/link';
import { type FocusEvent, useMemo, useRef } from 'react';
import { useWidth } from '../charts/use-width';
import { IconButton } from '../ui/icon-button';
import { curveThrough } from './laid-out';
import { type DrawnBox, type DrawnLine, type DrawnMap, drawnMap, type MapView } from './map-parts';

type BoxNode = Node<DrawnBox & Record<string, unknown>>;
type LineEdge = Edge<DrawnLine & Record<string, unknown>>;

/** Smaller its words could not be read. */
const leastZoom = 0.72;

/** The map as a drawing that can be moved and magnified. Its boxes and numbers are links, reached by Tab. */
export function MapDrawing({ graph, metric, wordsOf, hrefOf }: MapView) {
  const { frame, width } = useWidth<HTMLElement>();
  const { drawn, nodes, edges } = useMemo(() => {
    const map = drawnMap({ graph, metric, wordsOf, hrefOf });
    return { drawn: map, nodes: nodesOf(map), edges: edgesOf(map) };
  }, [graph, metric, wordsOf, hrefOf]);
  const flow = useRef<ReactFlowInstance<BoxNode, LineEdge>>(null);
  const zoom = Math.min(1, Math.max(leastZoom, width / Math.max(1, drawn.width)));
  const height = Math.min(760, Math.max(240, drawn.height * zoom + 16));
  return (
    <section
      ref={frame}
      aria-label="Drawing of the map"
      dir="ltr"
      className="overflow-hidden rounded-md border border-line bg-panel"
      style={{ height }}
      onFocus={(event) => flow.current && bringIntoView(event, flow.current)}
    >
      {width > 0 ? (
        <ReactFlow
          // A map with other boxes, or in another frame, begins where its records do.
          key={`${width} ${nodes.length} ${edges.length}`}
          onInit={(instance) => {
            flow.current = instance;
          }}
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          defaultViewport={{ x: (width - drawn.width * zoom) / 2, y: 8, zoom }}
          minZoom={0.2}
          maxZoom={2}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          zoomOnScroll={false}
          preventScrolling={false}
          disableKeyboardA11y
          proOptions={{ hideAttribution: true }}
        >
          <Panel position="bottom-right" className="m-2 print:hidden">
            <Magnify />
          </Panel>
        </ReactFlow>
      ) : null}
    </section>
  );
}

/** Moves the map under its frame so that what the keyboard has reached is seen; the browser would scroll the frame itself. */
function bringIntoView(event: FocusEvent<HTMLElement>, flow: ReactFlowInstance<BoxNode, LineEdge>) {
  const frame = event.currentTarget;
  for (
    let inner = event.target.parentElement;
    inner && inner !== frame.parentElement;
    inner = inner.parentElement
  )
    inner.scrollTo(0, 0);
  const [box, room] = [event.target.getBoundingClientRect(), frame.getBoundingClientRect()];
  const beyond = (start: number, end: number, from: number, to: number) =>
    start < from ? from - start + 16 : end > to ? to - end - 16 : 0;
  const { x, y, zoom } = flow.getViewport();
  void flow.setViewport({
    x: x + beyond(box.left, box.right, room.left, room.right),
    y: y + beyond(box.top, box.bottom, room.top, room.bottom),
    zoom,
  });
}

function Magnify() {
  const flow = useReactFlow();
  const buttons = [
    ['Magnify', <ZoomIn key="in" aria-hidden="true" />, () => flow.zoomIn()],
    ['Make smaller', <ZoomOut key="out" aria-hidden="true" />, () => flow.zoomOut()],
    ['Show the whole map', <Maximize key="all" aria-hidden="true" />, () => flow.fitView({ padding: 0.05 })],
  ] as const;
  return (
    <div className="flex rounded-control border border-line bg-panel">
      {buttons.map(([label, icon, onClick]) => (
        <IconButton key={label} label={label} icon={icon} onClick={() => void onClick()} />
      ))}
    </div>
  );
}

/** The map's boxes and lines as the drawing takes them. */
const nodesOf = ({ boxes }: DrawnMap): BoxNode[] =>
  boxes.map((box) => ({
    ...{ id: box.id, type: 'box', width: box.width, height: box.height, data: { ...box } },
    position: { x: box.x, y: box.y },
  }));
const edgesOf = ({ lines }: DrawnMap): LineEdge[] =>
  lines.map((line) => ({ id: line.id, type: 'line', source: line.from, target: line.to, data: { ...line } }));

const handle = { isConnectable: false, className: 'invisible!' } as const;

function Box({ data, width, height }: NodeProps<BoxNode>) {
  const { words, number, href, tint } = data;
  return (
    <>
      <Handle type="target" position={Position.Top} {...handle} />
      {href ? (
        <Link
          href={href}
          className="nodrag nopan pointer-events-auto flex flex-col justify-center rounded-control border border-accent/60 px-2.5 text-center text-ink hover:border-accent"
          style={{
            width,
            height,
            background: `color-mix(in srgb, var(--accent) ${tint}%, var(--panel))`,
          }}
        >
          <bdi className="block truncate text-dense font-medium" title={words}>
            {words}
          </bdi>
          <span className="text-label text-ink tabular-nums">
            {number}
            <span className="sr-only"> times, show the records</span>
          </span>
        </Link>
      ) : (
        <span
          className="flex items-center justify-center rounded-full border border-line-strong bg-sunken text-label font-medium text-ink"
          style={{ width, height }}
        >
          {words}
        </span>
      )}
      <Handle type="source" position={Position.Bottom} {...handle} />
    </>
  );
}

function LineOf({ id, data }: EdgeProps<LineEdge>) {
  if (!data) return null;
  const { points, at, words, spoken, href, stroke } = data;
  return (
    <>
      <defs>
        <marker
          id={`${id} arrow`}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="9"
          markerHeight="9"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0 0 8 4 0 8Z" className="fill-ink-3 forced-colors:fill-[CanvasText]" />
        </marker>
      </defs>
      <BaseEdge
        path={curveThrough(points)}
        markerEnd={`url('#${id} arrow')`}
        className="stroke-ink-3! opacity-70 forced-colors:stroke-[CanvasText]!"
        style={{ strokeWidth: stroke }}
        interactionWidth={0}
      />
      <EdgeLabelRenderer>
        <Link
          href={href}
          aria-label={`${spoken}, show the records`}
          className="nodrag nopan pointer-events-auto absolute inline-flex min-h-6 min-w-6 items-center justify-center rounded-sm bg-panel px-1 text-label text-ink-2 tabular-nums hover:text-ink hover:underline"
          style={{ transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px)` }}
        >
          {words}
        </Link>
      </EdgeLabelRenderer>
    </>
  );
}

const nodeTypes = { box: Box };
const edgeTypes = { line: LineOf };
