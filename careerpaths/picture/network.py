"""STUB by the lead: the layout helper overwrites this file."""
from dataclasses import dataclass
from pathlib import Path
@dataclass(frozen=True)
class Drawing: nodes: tuple; edges: tuple; options: dict
D={"in":[2,5],"up":False,"sideways":[8,5],"deepening":[10,4,2,4],"back":[4,4],"out":[1,4]}
def drawing(model, layout):
    nodes=tuple({"id":p.role_id,"x":p.x,"y":p.y,"shape":"box","label":" ","fixed":True,"widthConstraint":p.width-10,"heightConstraint":p.height-10,"color":{"background":"rgba(0,0,0,0)","border":"rgba(0,0,0,0)"}} for p in layout.places)
    edges=tuple({"id":s.id,"from":s.start,"to":s.end,"dashes":D[s.kind],"arrows":"to","smooth":False,"hidden":s.wildcard} for s in model.steps)
    return Drawing(nodes,edges,{"physics":{"enabled":False},"layout":{"improvedLayout":False},"interaction":{"dragNodes":False,"zoomView":False,"dragView":False,"hover":True},"edges":{"smooth":False}})
def vis_script():
    import pyvis
    return Path(pyvis.__file__).parent/"lib"/"vis-9.1.2"/"vis-network.min.js"
