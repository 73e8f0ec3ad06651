// The site that is published, as other programs read it.

import { after } from 'node:test';

import { lookAtEverything } from './everything.mjs';
import { readings } from './readings.mjs';
import { published, workplace } from './sites.mjs';

const { folder, remove } = workplace();
after(remove);

lookAtEverything(readings(published(folder)));
