/**
 * Registers `<citizen-id-isolated>` beside the elements of `define`, for pages whose style sheets would spoil the form. To load it twice does nothing.
 */
import './define.ts';
import { CitizenIdIsolated } from './form/citizen-id-isolated.ts';

export { CitizenIdIsolated };

if (!customElements.get('citizen-id-isolated')) customElements.define('citizen-id-isolated', CitizenIdIsolated);
