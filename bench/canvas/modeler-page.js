/** bpmn-js as its documentation sets it up, with its properties panel; only for the bench. */
import Modeler from 'bpmn-js/lib/Modeler';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import '@bpmn-io/properties-panel/dist/assets/properties-panel.css';
import { BpmnPropertiesPanelModule, BpmnPropertiesProviderModule } from 'bpmn-js-properties-panel';

const modeler = new Modeler({
  container: '#canvas',
  propertiesPanel: { parent: '#panel' },
  additionalModules: [BpmnPropertiesPanelModule, BpmnPropertiesProviderModule],
});
const response = await fetch(`/drawing${location.search}`);
await modeler.importXML(await response.text());
globalThis.modeler = modeler;
