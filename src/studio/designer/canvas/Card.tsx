import { Handle, type NodeProps, Position, useStore } from '@xyflow/react';
import { memo } from 'react';
import { canvasText as text } from '../../text/english/canvas.ts';
import { ComponentIcon } from '../../ui/ComponentIcon.tsx';
import { TestRing } from '../test-run/TestRing.tsx';
import classes from './Card.module.css';
import { headerHeight, type PortPlace, rowHeight } from './card-size.ts';
import { InsertButton } from './InsertButton.tsx';
import tools from './LinkTools.module.css';
import { type CardNode, problemText } from './projection.ts';
import { simpleBelow } from './simple-below.ts';

/** A component on the canvas. It reads nothing but its own data, so a change elsewhere does not render it. */
export const Card = memo(function Card({ id, data, selected, dragging }: NodeProps<CardNode>) {
  const simple = useStore((state) => state.transform[2] < simpleBelow);
  const { geometry } = data;
  const look = [
    classes.card,
    selected && classes.selected,
    dragging && classes.dragging,
    !data.installed && classes.missing,
    data.idle && classes.idle,
  ];
  return (
    <div className={look.filter(Boolean).join(' ')} data-simple={simple || undefined}>
      {simple ? (
        <SimpleCard data={data} />
      ) : (
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
      )}
      <TestRing componentId={id} />
      {geometry.in.map((place) => (
        <Port key={place.name} place={place} type="target" position={Position.Left} />
      ))}
      {geometry.out.map((place) => (
        <Port key={place.name} place={place} type="source" position={Position.Right} />
      ))}
      {!simple && data.installed && !dragging && <OpenOutputs id={id} data={data} />}
    </div>
  );
});

function SimpleCard({ data }: { data: CardNode['data'] }) {
  return (
    <>
      <span className={classes.block} style={data.color ? { background: data.color } : {}} />
      <span className={classes.title}>{data.label}</span>
      {data.problems > 0 && <span className={classes.alarm} aria-hidden />}
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
