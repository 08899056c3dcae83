/** Every file of the suite: a new one is added here, since a bundle can't look into a folder. */
import './smoke.test.js';
import './semon.test.js';
import './beside-yaml.test.js';
import './writing.test.js';
import './completion.test.js';
import './navigation.test.js';
import './reading.test.js';
import './problems.test.js';
import './client.test.js';
import './forms.test.js';
import './preview.test.js';
import './export.test.js';
import './tasks.test.js';
import './folder.test.js';
