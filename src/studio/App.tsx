import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { AccountGate } from './account/AccountGate.tsx';
import { CatchUp } from './designer/document/CatchUp.tsx';
import { DesignerScreen } from './designer/DesignerScreen.tsx';
import { eventOfPath } from './events/event-path.ts';
import { NotFound } from './shell/NotFound.tsx';
import { ScreenBoundary } from './shell/ScreenBoundary.tsx';
import { Shell } from './shell/Shell.tsx';
import { ScreenLoading } from './ui/ScreenLoading.tsx';

const EventScreen = lazy(() => import('./events/EventScreen.tsx'));
const EventsScreen = lazy(() => import('./events/EventsScreen.tsx'));
const FlowsScreen = lazy(() => import('./flows/FlowsScreen.tsx'));
const IntegrationsScreen = lazy(() => import('./integrations/IntegrationsScreen.tsx'));
const RunsScreen = lazy(() => import('./runs/RunsScreen.tsx'));
const RunScreen = lazy(() => import('./runs/RunScreen.tsx'));

/** Every screen has a URL below /studio; the Designer fills the window, the others stand in the shell. */
export function App() {
  return (
    <AccountGate>
      <CatchUp />
      <Switch>
        <Route path="/flows/:flowId">
          {({ flowId }) => (
            <ScreenBoundary key={flowId}>
              <Suspense fallback={<ScreenLoading />}>
                <DesignerScreen flowId={flowId} />
              </Suspense>
            </ScreenBoundary>
          )}
        </Route>
        <Route>
          <Shell>
            <Suspense fallback={<ScreenLoading />}>
              <Switch>
                <Route path="/flows" component={FlowsScreen} />
                <Route path="/integrations" component={IntegrationsScreen} />
                <Route path="/events" component={EventsScreen} />
                <Route path="/events/:event">
                  {() => {
                    const event = eventOfPath(location.pathname);
                    return <EventScreen key={event} event={event} />;
                  }}
                </Route>
                <Route path="/runs" component={RunsScreen} />
                <Route path="/runs/:runId">{({ runId }) => <RunScreen key={runId} runId={runId} />}</Route>
                {['/', '/sign-up'].map((path) => (
                  <Route key={path} path={path}>
                    <Redirect to="/flows" replace />
                  </Route>
                ))}
                <Route component={NotFound} />
              </Switch>
            </Suspense>
          </Shell>
        </Route>
      </Switch>
    </AccountGate>
  );
}
