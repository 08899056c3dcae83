/** Every file of the suite: a new one is added here, since a bundle can't look into a folder. */
import './smoke.test.js';
import './semon.test.js';
import './tasks.test.js';
