package ask

// deeds are the phrases for activities of the process and for what they are
// done to. The rules combine them.
var deeds = []phrase{
	{
		"sign",
		"sign|signature|sign off|conclude|sign up|signing|seal|enter into|signs off|countersign|approve|approval",
		"签|签订|签署|签字|签约|签定|缔结|订立|签发|签下|签的|签了|敲定|批准|审批",
	},
	{
		"negotiate",
		"negotiate|negotiation|bargain|agree on|agree upon|agree the|hammer out|discuss term|haggle|agree with|" +
			"agree|talks",
		"谈|谈判|协商|商定|商谈|磋商|洽谈|谈妥|商议|约定好|商量",
	},
	{
		"determine",
		"determine|define|decide|set|specify|fix|lay down|settle|establish which|decide on",
		"确定|说了算|谁说了算|做主|定|定义|决定|制定|设定|明确|拟定|界定|规定|制订|定下|拍板",
	},
	{
		"build",
		"build|create|set up|setup|establish|design|construct|introduce|draw up|put together|compile|develop|" +
			"lead the set up",
		"建|建立|创建|搭建|构建|编制|设计|建设|设立|制作|新建|组建|开发|建起",
	},
	{
		"maintain",
		"maintain|maintenance|keep|keep up|up to date|update|keep current|upkeep|curate|tend|maintained|" +
			"keep in order|refresh|maintainer|revise",
		"维护|更新|保持|日常维护|修订|维持|保养|保持最新",
	},
	{
		"change",
		"change|renew|expire|expiry|about to expire|amend|renegotiate|prolong|extend|terminate|cancel|renewal|" +
			"modify",
		"续|到期|快到期|过期|修改|更改|续签|续约|变更|终止|解约|延长|改",
	},
	{
		"record",
		"measure|record|log|capture|write down|register|enter|note|document|store|file|archive|track|input|" +
			"registry",
		"记录|登记|录入|存档|归档|备案|保存|保管|留存|采集|存放|建档|跟踪|追踪|档案|台账",
	},
	{
		"records",
		"records|paperwork|register of|documents|files|copies|copy|archive of|documentation|repository",
		"记录|台账|档案|文档|文件|存档|副本|文本|原件",
	},
	{
		"collect",
		"collect|gather|receive|take in|collection|listen to|hear",
		"整理|梳理|收集|征集|采集|汇总|收|搜集|听取|征求|收取",
	},
	{
		"analyse",
		"analyse|analyze|analysis|evaluate|assess|interpret|study|crunch|examine|review the data|" +
			"look at the number|look into",
		"分析|评估|研究|解读|统计|评价|考察",
	},
	{
		"compare",
		"compare|comparison|contrast|match|check against|benchmark|measured against|measure against|judge|verify|" +
			"check",
		"比较|对比|比|对照|比对|核对|检查|判断|衡量|校验|核查",
	},
	{
		"hold",
		"hold|run|organise|organize|chair|arrange|schedule|call|convene|host|moderate|conduct|lead|plan|prepare|" +
			"invite",
		"开|召开|召集|组织|主持|安排|举行|举办|准备|筹备|发起|开展|做|搞|邀请",
	},
	{
		"ensure",
		"ensure|make sure|makes sure|guarantee|sees to it|see to it|watch over|oversee|supervise|push|drive|" +
			"safeguard|accountable",
		"确保|保证|保障|督促|推动|促进|推进|把关|统筹|总管|总体",
	},
	{
		"carry",
		"carry out|implement|execute|put into practice|put into effect|perform|deliver|do the|conduct|" +
			"actually do|do the work|hands on|carries out",
		"实施|落实|执行|开展|具体做|落地|具体实施|推行|实际做|具体执行|做|搞",
	},
	{
		"monitor",
		"monitor|watch|day to day|day by day|watch the execution|keep an eye|follow the execution|" +
			"monitors execution|daily operation|runs smoothly|run smoothly|smooth running",
		"监督|监控|日常监控|日常执行|顺畅|盯着|日常运行|日常跟进|执行情况|平稳",
	},
	{
		"merge",
		"extra|merge|combine|add|remove|split|abolish|join|unite|delete|drop|create|introduce|define|unify|" +
			"merging|fuse|new",
		"合并|增加|新增|增设|添加|撤销|拆分|删除|设立|减少|增减|加|并|合|取消|调整|新设|创建|合起来|合成",
	},
	{"role", "role|what roles|which roles", "角色|岗位|职位|岗"},
	{
		"align",
		"into line|bring into line|common view|align|coordinate|reconcile|bring together|get on the same page|" +
			"same page|harmonise|harmonize|mediate|balance|on board|agree stakeholder|alignment|coordination|line up",
		"协调|对齐|拉通|统一|平衡|调和|沟通协调|达成一致|协同|协调一致",
	},
	{
		"engage",
		"engage|motivate|persuade|participate|participation|take part|taking part|involve|involvement|join in|" +
			"get everyone|get everybody in|engagement|contribute|show up|mobilise|mobilize|cooperate",
		"参与|参与进来|说服|参加|动员|调动|配合|投入|加入|积极性|参与度|全员|充分参与",
	},
	{"escalate", "escalate|escalation|hand up|pass up|escalates", "升级|上报|报给|上升|上交|汇报给|报告给|反映给"},
	{
		"solve",
		"solve|resolve|fix|sort out|troubleshoot|tackle|remedy|address",
		"解决|排除|搞定|应对|修复|摆平|处置|处理",
	},
	{
		"survey",
		"survey|interview|poll|ask the business|find out|investigate|research|inquire|enquire|questionnaire",
		"调查|调研|识别|问卷|访谈|询问|摸底|了解|走访|摸清|询问业务",
	},
	{
		"write",
		"write|draft|author|produce|prepare|make|generate|compile|issue|publish|deliver",
		"写|编写|撰写|起草|准备|编制|出|出具|制作|发布|产出|做|提交|拟",
	},

	{
		"catalogue",
		"catalogue|catalog|service catalogue|service catalog|service list|list of services|list of the services|" +
			"portfolio|service portfolio|catalogs|catalogues|menu of services",
		"目录|服务目录|服务清单|服务列表|服务项目清单|服务一览",
	},
	{
		"data",
		"measure|data|service level data|figure|measurement|metric|number|statistic|measured value|" +
			"performance data|availability data|level data",
		"数据|服务级别数据|指标数据|度量|测量|度量数据|统计数据|绩效数据|数字|服务数据|指标|监测数据",
	},
	{
		"actual",
		"actual|actually delivered|really delivered|delivered level|delivered levels|achieved|achievement|" +
			"delivered|really get|actually get|promised|meet|met|meet the target|hit the target|hit our target|" +
			"as agreed|agreed levels|agreed level|what was agreed|what we promised|kept what|performance|" +
			"really achieved|live up|in reality|fulfilled|compliance|within the sla",
		"实际|实际达到|达标|达成|达到|达成情况|达成率|履行|兑现|完成情况|约定的级别|约定级别|实际水平|" +
			"实际服务级别|实际交付|交付的|实际提供|执行结果|符合|约定的|承诺的和实际的|承诺的|履约|实际值|实绩",
	},
	{
		"structure",
		"structure|sla structure|framework|hierarchy|setup of sla|architecture of|structures|tiering|structuring|" +
			"sla framework|agreement structure",
		"结构|体系|框架|架构|体系结构|层级|sla结构|sla体系|sla框架|层次",
	},
	{
		"need",
		"requirement|demand|business departments need|departments need|department needs|business needs|" +
			"business need|customers need|customer needs|users need|what is required|is required of|required of|" +
			"needs|what they need|they need|they really need|need of|expectation|wishes|service level need|" +
			"what the business needs|what the department need|what departments need|what customers need|" +
			"what customer need|requirements of|what level|which levels|what service level|wanted|" +
			"what do the business|require",
		"需求|要求|需要什么|诉求|期望|业务需求|需要哪些|需要怎样|服务需求|需要什么样",
	},
	{
		"improvement",
		"improve|improvement|continual improvement|continuous improvement|optimise|optimize|optimisation|" +
			"optimization|kaizen|csi|better|pdca|enhance|enhancement",
		"改进|持续改进|优化|改善|提升|改良|持续优化|完善|改进工作|持续改善",
	},
	{
		"stakeholder",
		"stakeholder|interested party|everyone involved|all parties|departments|all departments|participants|" +
			"all teams|parties involved|involved parties",
		"相关方|干系人|利益相关方|利益相关者|相关各方|相关部门|各部门|各方|有关各方|参与方|参与者|关系人|" +
			"各个部门|各相关方",
	},
	{"resource", "resource|manpower|headcount|staff|capacity for", "资源|人手|人力"},
	{
		"process",
		"own slm|responsible for slm|in charge of slm|process|slm process|slm|execution|service level management|" +
			"service level management process|level management",
		"负责slm|slm谁负责|流程|slm流程|服务级别管理流程|服务级别管理|服务水平管理|过程|slm|管理流程|服务等级管理",
	},
	{
		"effective",
		"effective|effectively|effectiveness|efficient|run well|work well|running well|works well|works properly|" +
			"followed|followed throughout|overall|as a whole|whole process|from above|function|complied with|" +
			"adhered to|stick to|runs effectively|compliance with the process|at the top|ultimately",
		"有效|有效运行|有效性|整体|总体|全局|运行|遵守|遵照|遵循|贯彻|顺利|正常运行|运转|执行到位|总负责|" +
			"有效执行|整个",
	},
	{
		"neighbour",
		"other process|other processes|another process|incident management|problem management|change management|" +
			"supplier management|capacity management|release management|configuration management|incident process|" +
			"problem process|change process|supplier process|capacity process|availability management|interface to|" +
			"interfaces to|interface with|interfaces with|neighbouring process|neighboring process|adjacent process|" +
			"related process|continuity management|financial management|knowledge management|event management|" +
			"service desk process|rest of itil|other itil process|itil processes",
		"其他流程|其它流程|别的流程|事件管理|问题管理|变更管理|供应商管理|容量管理|发布管理|配置管理|可用性管理|" +
			"事件流程|问题流程|变更流程|供应商流程|容量流程|流程之间|流程间|流程关系|流程接口|流程衔接|连续性管理|" +
			"财务管理流程|知识管理|相邻流程|别的itil流程|其他itil流程",
	},
	{
		"interface",
		"work together with|interplay|interface|interaction|relation|relationship|link|connection|interlock|" +
			"fit together|works together|integrate|integration|dependency|relate|tie in|connect",
		"接口|关系|衔接|联动|交互|配合|打通|集成|关联|接合|连接",
	},
	{
		"review",
		"next review|next meeting|next review meeting|review|meeting|review meeting|service review|meetings|" +
			"reviews|sla review|service review meeting|review session|regular review|monthly review",
		"评审|评审会|评审会议|回顾|回顾会|回顾会议|例会|会议|服务评审|服务评审会|服务回顾|开会|审查会|定期会议|" +
			"月会|季度会|复盘会|复盘|检讨会|评审例会",
	},
	{
		"problem",
		"problem|issue|trouble|difficulty|obstacle|blocker|conflict|dispute|problems|go wrong|goes wrong|" +
			"went wrong|something wrong|stuck|cannot be solved|cant be solved|unsolved|unresolved|disagreement",
		"问题|麻烦|毛病|困难|故障|争议|纠纷|异常|冲突|障碍|出问题|出了问题|难题|解决不了|解决不掉|搞不定|卡住|" +
			"难点|矛盾|分歧",
	},
	{
		"breach",
		"breach|violation|violate|missed target|missed|miss the target|broken|failed|fail|not met|below target|" +
			"exceeded|breached|fall short|falls short|at risk|alert|sla miss",
		"违约|违反|未达标|没达标|不达标|超标|超时|没达成|未达成|告警|预警|破约|违规|有风险|超限|没做到",
	},
	{
		"kpi",
		"kpi|kpis|key performance indicator|performance indicator|process metric|process indicator|process kpi|" +
			"indicator|scorecard",
		"kpi|绩效指标|关键绩效指标|考核指标|关键指标|流程指标|衡量指标|绩效考核|绩效|考核",
	},
	{
		"training",
		"training|train|course|training plan|training material|trainings|teach|learning material|workshop|" +
			"onboarding|slides for training|lesson|coach|educate|curriculum|tutorial",
		"培训|培训计划|培训材料|培训教材|培训资料|教材|课程|课件|训练|教学|讲课|培训内容",
	},
	{
		"report",
		"report|reports|reporting|service report|sla report|service level report|monthly report|report on|" +
			"dashboard|statement",
		"报告|报表|月报|周报|季报|年报|服务报告|服务级别报告|定期报告|汇报|简报|通报|出报告",
	},
	{
		"feedback",
		"feedback|satisfaction|opinion|satisfaction survey|customer satisfaction|complaint|complain|suggestion|" +
			"csat|survey|user survey|voice of the customer|comments|how happy|happy|unhappy|satisfied|dissatisfied|" +
			"nps|ratings|views of|survey round|questionnaire",
		"反馈|意见|满意度|满意度调查|满意|不满意|不满|投诉|抱怨|建议|评价|吐槽|用户声音|客户声音|问卷|调查问卷|" +
			"满意度问卷|回访|意见收集|满不满意",
	},
	{
		"business",
		"business|business department|business unit|departments|department|customer|user|customers|users",
		"业务|业务部门|业务单位|客户|用户|部门|各业务|业务方|业务侧",
	},
}
