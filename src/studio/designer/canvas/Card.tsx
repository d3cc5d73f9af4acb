import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { canvasText as text } from '../../text/english/canvas.ts';
import { ComponentIcon } from '../../ui/ComponentIcon.tsx';
import { TestRing } from '../test-run/TestRing.tsx';
import classes from './Card.module.css';
import { type CardGeometry, headerHeight, type PortPlace, rowHeight } from './card-size.ts';
import { type Detail, useDetail } from './detail.ts';
import { InsertButton } from './InsertButton.tsx';
import tools from './LinkTools.module.css';
import { type CardNode, problemText } from './projection.ts';

/** A component on the canvas. It reads nothing but its own data, so a change elsewhere does not render it. */
export const Card = memo(function Card({ id, data, selected, dragging }: NodeProps<CardNode>) {
  const detail = useDetail();
  const look = [
    classes.card,
    selected && classes.selected,
    dragging && classes.dragging,
    !data.installed && classes.missing,
    data.idle && classes.idle,
  ];
  return (
    <div
      className={look.filter(Boolean).join(' ')}
      data-simple={detail !== 'full' || undefined}
      style={detail === 'map' && data.color ? { background: data.color } : undefined}
    >
      {detail === 'full' ? <FullCard data={data} /> : <SimpleCard data={data} detail={detail} />}
      <TestRing componentId={id} />
      {detail === 'full' && <Ports geometry={data.geometry} />}
      {detail === 'full' && data.installed && !dragging && <OpenOutputs id={id} data={data} />}
    </div>
  );
});

function FullCard({ data }: { data: CardNode['data'] }) {
  const { geometry } = data;
  return (
    <>
      <div className={classes.header} style={{ height: headerHeight - 2 }}>
        <ComponentIcon type={data.type} size={36} />
        <div className={classes.names}>
          <div className={classes.label} data-card-label>
            {data.label}
          </div>
          <div className={classes.detail}>{data.disabled ? text('card.disabled') : data.detail}</div>
        </div>
      </div>
      {geometry.rows > 0 && <PortNames places={geometry.in} className={classes.inName} />}
      {geometry.rows > 0 && <PortNames places={geometry.out} className={classes.outName} />}
      {data.problems > 0 && (
        <span className={classes.problems} title={problemText(data.problems)} aria-hidden>
          {data.problems}
        </span>
      )}
    </>
  );
}

/** On the map the card itself is the block of colour. */
function SimpleCard({ data, detail }: { data: CardNode['data']; detail: Detail }) {
  return (
    <>
      {detail === 'simple' && (
        <>
          <span className={classes.block} style={data.color ? { background: data.color } : {}} />
          <span className={classes.title}>{data.label}</span>
        </>
      )}
      {data.problems > 0 && <span className={classes.alarm} aria-hidden />}
    </>
  );
}

function Ports({ geometry }: { geometry: CardGeometry }) {
  return (
    <>
      {geometry.in.map((place) => (
        <Port key={place.name} place={place} type="target" position={Position.Left} />
      ))}
      {geometry.out.map((place) => (
        <Port key={place.name} place={place} type="source" position={Position.Right} />
      ))}
    </>
  );
}

/** A "+" behind each output that leads nowhere. */
function OpenOutputs({ id, data: { open, geometry, label } }: { id: string; data: CardNode['data'] }) {
  return geometry.out
    .filter(({ name }) => open.includes(name))
    .map(({ name, y }) => (
      <InsertButton
        key={name}
        gap={{ kind: 'after', from: id, outPort: name }}
        label={text('card.addAfter', { port: name, component: label })}
        className={tools.atPort}
        style={{ top: y - 12 }}
      />
    ));
}

/** Names of ports that have a row of their own. */
function PortNames({ places, className }: { places: PortPlace[]; className: string | undefined }) {
  if (places.length < 2) return null;
  return places.map(({ name, y }) => (
    <span key={name} className={className} style={{ top: y - rowHeight / 2 - 1, height: rowHeight }}>
      {name}
    </span>
  ));
}

function Port(props: { place: PortPlace; type: 'source' | 'target'; position: Position }) {
  const { name, y } = props.place;
  return (
    <Handle
      id={name}
      type={props.type}
      position={props.position}
      className={classes.port}
      // Within the card's border, which is one pixel wide.
      style={{ top: y - 1 }}
      title={text(props.type === 'source' ? 'card.output' : 'card.input', { port: name })}
    />
  );
}
