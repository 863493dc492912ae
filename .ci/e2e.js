'use strict';
// What the end-to-end checks share: reporting, waiting, processes.
const { execFileSync, spawn } = require('node:child_process');
const fs = require('node:fs');
const net = require('node:net');
const path = require('node:path');

const ROOT = path.resolve(__dirname, '..');
const JAR = path.join(ROOT, 'bot/target/parley.jar');
const PATIENCE = 60_000;
const CHROMIUM = '/usr/bin/chromium';
const CHROMIUM_ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];

let failed = 0;
const started = [];

function report(name, problem) {
  console.log(`${problem ? 'FAIL' : 'PASS'} ${name}${problem ? `: ${problem}` : ''}`);
  failed += problem ? 1 : 0;
}

async function check(name, body) {
  try {
    await body();
    report(name);
  } catch (e) {
    report(name, e.message);
  }
}

function expect(condition, problem) {
  if (!condition) throw new Error(problem);
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function until(what, find) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const found = await find().catch(() => undefined);
    if (found) return found;
    if (Date.now() > end) throw new Error(`no ${what} within ${PATIENCE / 1000} s`);
    await pause(100);
  }
}

function freePort() {
  return new Promise((done) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** The folder of a package of npm's, installed under a home folder if it is not there. */
function install(home, pinned) {
  fs.mkdirSync(home, { recursive: true });
  const folder = path.join(home, 'node_modules', pinned.replace(/@[^@]*$/, ''));
  if (!fs.existsSync(folder)) {
    const quiet = ['--no-audit', '--no-fund', '--no-save', '--loglevel=error'];
    execFileSync('npm', ['install', '--prefix', home, ...quiet, pinned], { stdio: 'inherit' });
  }
  return folder;
}

/** Installs packages of Debian's. */
function installDebian(...packages) {
  execFileSync('apt-get', ['update', '-q'], { stdio: 'inherit' });
  execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { stdio: 'inherit' });
}

/** Debian's chromium, driven by playwright; both are installed where they are not there. */
function openBrowser(home) {
  if (!fs.existsSync(CHROMIUM)) installDebian('chromium', 'fonts-noto-core');
  const { chromium } = require(install(path.join(home, 'playwright'), 'playwright-core@1.65.1'));
  return chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGS });
}

function run(home, name, command, args, env = {}) {
  const log = path.join(home, `${name}.log`);
  const out = fs.openSync(log, 'w');
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', out, out] });
  const ended = new Promise((done) => child.on('exit', done));
  started.push({ child, ended });
  return { child, ended, log };
}

/** Starts the bot, and waits until its port listens. */
async function runBot(home, name, port, data, env) {
  const bot = run(home, name, 'java', ['-jar', JAR, 'serve', '--port', String(port), '--data', data], env);
  await until('running bot', () => new Promise((done) => {
    const probe = net.connect(port, '127.0.0.1', () => done(probe.end())).on('error', () => done(false));
  }));
  return bot;
}

async function stop({ child, ended }) {
  if (child.exitCode === null) child.kill('SIGTERM');
  await Promise.race([ended, pause(15_000).then(() => child.kill('SIGKILL'))]);
}

/** Runs a check to its end, and ends the process with 0 if every line said PASS. */
function main(name, body) {
  const wanted = () => expect(fs.existsSync(JAR), 'bot/target/parley.jar is not there: run mvn package');
  Promise.resolve()
    .then(wanted)
    .then(body)
    .catch((e) => report(name, e.message))
    .finally(() => {
      started.forEach(({ child }) => child.exitCode === null && child.kill('SIGKILL'));
      process.exit(failed ? 1 : 0);
    });
}

module.exports = {
  ROOT, check, expect, freePort, install, installDebian, main, openBrowser, pause, run, runBot, stop, until,
};
