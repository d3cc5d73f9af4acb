import { navigate } from 'wouter/use-browser-location';

/** Compares the open flow with what was published last; Back leads to the flow again. */
export function openVersions(): void {
  navigate(`${location.pathname}?version=latest`);
}
