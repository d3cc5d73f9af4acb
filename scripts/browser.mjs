// Finds a Chromium for the end-to-end stories, installing one as the last resort.
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { root, run } from './prepare.mjs';

const debianChromium = '/usr/bin/chromium';
const minutes = 60_000;

/**
 * The path of a Chromium: Playwright's own, else the system's, else Playwright's download, else (as root on
 * Debian) the `chromium` package.
 */
export async function findBrowser() {
  const playwright = await import(
    pathToFileURL(path.join(root, 'node_modules/@playwright/test/index.js')).href
  );
  const own = playwright.default.chromium.executablePath();
  if (existsSync(own)) return own;
  if (existsSync(debianChromium)) return debianChromium;
  const failures = [];
  for (const install of [downloadByPlaywright, installOnDebian]) {
    try {
      await install();
    } catch (error) {
      failures.push(error.message);
    }
    const found = [own, debianChromium].find((file) => existsSync(file));
    if (found) return found;
  }
  throw new Error(
    `No Chromium for the end-to-end stories could be found or installed:\n${failures.join('\n')}`,
  );
}

function downloadByPlaywright() {
  console.error('Downloading a Chromium …');
  return run('npx', ['playwright', 'install', 'chromium'], { timeout: 5 * minutes });
}

async function installOnDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error('apt-get: only as root on Debian');
  }
  console.error("Installing Debian's chromium …");
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env, timeout: 5 * minutes });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'], {
    env,
    timeout: 10 * minutes,
  });
}
