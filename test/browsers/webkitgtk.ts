/**
 * Lets vitest run tests in WebKitGTK: one window of its MiniBrowser on a virtual screen, opened over plain W3C WebDriver.
 * It opens pages and nothing more: no real pointer and no real keys (test/form/page.ts stands in for them). Not a test.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { defineBrowserProvider } from '@vitest/browser';

const waitForDriver = { attempts: 100, milliseconds: 100 };

interface Answer {
  readonly value: { readonly sessionId?: string; readonly error?: string; readonly message?: string } | null;
}

/** One WebDriver process and its one session. */
class WebKitGtk {
  readonly name = 'webkitgtk';
  readonly supportsParallelism = false;
  readonly initScripts: string[] = [];
  #driver: ChildProcess | undefined;
  #address = '';
  #session = '';
  readonly #browser: string;

  constructor(browser: string) {
    this.#browser = browser;
  }

  getCommandsContext(): Record<string, unknown> {
    return {};
  }

  async openPage(_sessionId: string, url: string): Promise<void> {
    if (this.#session === '') await this.#start();
    await this.#call('POST', `${this.#session}/url`, { url });
  }

  async close(): Promise<void> {
    if (this.#session !== '') await this.#call('DELETE', this.#session).catch(() => undefined);
    const group = this.#driver?.pid;
    if (group === undefined) return;
    try {
      process.kill(-group, 'SIGTERM');
    } catch {
      // It ended by itself.
    }
  }

  async #start(): Promise<void> {
    const port = 20_000 + Math.floor(Math.random() * 20_000);
    this.#address = `http://127.0.0.1:${port}`;
    const screen = ['-a', '-s', '-screen 0 1280x1024x24'];
    this.#driver = spawn('xvfb-run', [...screen, 'WebKitWebDriver', `--port=${port}`], {
      stdio: 'ignore',
      detached: true,
      env: { ...process.env, WEBKIT_DISABLE_DMABUF_RENDERER: '1', NO_AT_BRIDGE: '1' },
    });
    await this.#untilReady();
    const options = { binary: this.#browser, args: ['--automation'] };
    const { value } = await this.#call('POST', '/session', {
      capabilities: { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options } },
    });
    this.#session = `/session/${value?.sessionId ?? ''}`;
  }

  async #untilReady(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#call('GET', '/status');
        return;
      } catch (error) {
        if (attempt === waitForDriver.attempts) throw error;
        await new Promise((resolve) => setTimeout(resolve, waitForDriver.milliseconds));
      }
    }
  }

  async #call(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(this.#address + path, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as Answer;
    if (answer.value?.error) throw new Error(`WebKitWebDriver: ${answer.value.error}: ${answer.value.message ?? ''}`);
    return answer;
  }
}

/** A vitest browser provider; `browser` is the path of MiniBrowser. */
export const webkitgtk = (browser: string) =>
  defineBrowserProvider({ name: 'webkitgtk', options: {}, providerFactory: () => new WebKitGtk(browser) });
