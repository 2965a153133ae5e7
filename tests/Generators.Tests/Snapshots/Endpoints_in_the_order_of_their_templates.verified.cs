//| {
//|     "endpoints": [
//|         {
//|             "method": "POST",
//|             "template": "/rooms",
//|             "handler": "Shop.RoomController.Add",
//|             "parameters": [
//|                 "body: Shop.Room",
//|                 "header tenant: string",
//|                 "query page: int, optional"
//|             ],
//|             "returns": "System.Threading.Tasks.Task<Shop.Room>"
//|         },
//|         {
//|             "method": "GET",
//|             "template": "/rooms/{id:int}",
//|             "handler": "Shop.RoomController.Get",
//|             "parameters": [
//|                 "route id: int"
//|             ],
//|             "returns": "Shop.Room?"
//|         },
//|         {
//|             "method": "WebSocket",
//|             "template": "/rooms/{id:int}/ws",
//|             "handler": "Shop.RoomController.Talk",
//|             "parameters": [
//|                 "route id: int",
//|                 "message: string"
//|             ],
//|             "settings": [
//|                 "MaxMessageSize = 1024",
//|                 "Verify = MayJoin"
//|             ],
//|             "returns": "string?"
//|         }
//|     ]
//| }
