/** Mounts the host page in the browser. */
import { mount } from 'svelte';
import '../../../../src/define.ts';
import HostPage from './HostPage.svelte';

const host = document.getElementById('host');
if (host) mount(HostPage, { target: host });
