import { Plus } from 'lucide-react';
import type { CSSProperties, MouseEvent } from 'react';
import type { Gap } from '../../../flow/insertion.ts';
import { useCanvasStore } from './canvas-context.ts';
import classes from './LinkTools.module.css';

/**
 * The "+" that opens the component picker. No stop for Tab, which would double those of a flow: by keyboard it is the
 * command "Insert a component here" on a selected card or link.
 */
export function InsertButton(props: {
  gap: Gap;
  label: string;
  className?: string | undefined;
  style?: CSSProperties;
  onMouseLeave?: () => void;
}) {
  const { gap, label, className, ...rest } = props;
  const canvas = useCanvasStore();
  const open = (event: MouseEvent<HTMLElement>) => {
    event.stopPropagation();
    const { right, top, height } = event.currentTarget.getBoundingClientRect();
    canvas.getState().pick({ gap, screen: { x: right, y: top + height / 2 } });
  };
  return (
    <button
      type="button"
      tabIndex={-1}
      data-insert
      className={`nodrag nopan ${classes.insert} ${className ?? ''}`}
      aria-label={label}
      title={label}
      onClick={open}
      onDoubleClick={(event) => event.stopPropagation()}
      {...rest}
    >
      <Plus size={14} aria-hidden />
    </button>
  );
}
