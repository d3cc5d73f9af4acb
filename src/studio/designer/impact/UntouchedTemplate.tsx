import { impactText as text } from '../../text/english/impact.ts';
import classes from './Impact.module.css';
import { useFlowImpact } from './use-flow-impact.ts';

/** Says that what is published stays as it is. */
export function UntouchedTemplate() {
  const impact = useFlowImpact();
  if (!impact) return null;
  const { active } = impact.instances;
  return (
    <p className={classes.about}>
      {text('published.untouched', { template: impact.template.name })}
      {active > 0 && ` ${text('published.activeUntouched', { count: active })}`}
    </p>
  );
}
